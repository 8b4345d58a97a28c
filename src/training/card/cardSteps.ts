import type { Batches, ChosenBatch } from '../batches.ts';
import type { TrainingConfig } from '../config.ts';
import { MOST_CLASSES } from '#kernels/webgpu/classSlopes.ts';
import type { StepReport } from '#kernels/webgpu/stepRecord.ts';
import type { Foreseen } from '../draws.ts';
import { DivergedError, isCensus, resultOf } from '../step.ts';
import type { Taken } from '../taken.ts';
import { Card } from './card.ts';
import { type DrawnBatch, drawBatch } from './drawnBatch.ts';
import { isKnown } from './known.ts';
import type { CardOptions } from './parts.ts';

export interface CardStepsOptions extends CardOptions {
  readonly batches: Batches;
  /** What the miner draws from. */
  readonly draws: Foreseen;
  /** The labels that are trained on. */
  readonly classes: readonly number[];
}

type Chosen = ChosenBatch & DrawnBatch;

/** The arrays that the loss learned, as it saw them. */
const learnedIn = ({ learned }: StepReport): Float64Array[] =>
  learned.length > 0 ? [Float64Array.from(learned)] : [];

/** Steps on the graphics card, whose kernels are made anew where a configuration wants others. */
export class CardSteps {
  readonly #options: CardStepsOptions;
  #card: Card | undefined;
  /** Why the step that follows cannot be taken. */
  #diverged: DivergedError | undefined;

  constructor(options: CardStepsOptions) {
    this.#options = options;
  }

  /** Whether there are kernels for a configuration. */
  knows(config: TrainingConfig): boolean {
    const { network, optimiser, criterion } = this.#options;
    // An optimiser of another library may keep its memory to itself.
    const isOpen = optimiser.memories.length === network.parameters.length;
    const [vectors] = criterion.learned.variables;
    return isOpen && isKnown(config) && (vectors?.shape[0] ?? 0) <= MOST_CLASSES;
  }

  /**
   * At most so many steps in one go, after `done`; their number is up to the card. Rejects with a
   * DivergedError where none could be taken, and updates nothing then.
   */
  async take(config: TrainingConfig, done: number, most: number): Promise<readonly Taken[]> {
    if (this.#diverged) throw this.#diverged;
    const card = await this.#cardFor(config);
    const { batches, classes: labels, draws } = this.#options;
    const chosen: Chosen[] = [];
    do {
      const batch = await batches.choose(config);
      chosen.push({
        ...batch,
        ...drawBatch(config, { groups: batch.groups, labels }, draws.random),
      });
    } while (chosen.length < Math.min(most, card.mostSteps) && !batches.dependsOnNetwork(config));
    const started = performance.now();
    const numbers = draws.ahead(chosen.length * card.mostDraws);
    const reports = await card.take(config, chosen, numbers);
    const milliseconds = (performance.now() - started) / reports.length;
    const halted = reports.findIndex((report) => report.halted);
    if (halted >= 0) {
      const after = `after ${done + halted} steps`;
      this.#diverged = new DivergedError(`the loss is ${reports[halted]!.loss} ${after}`);
    }
    if (halted === 0) throw this.#diverged;
    const whole = halted < 0 ? reports : reports.slice(0, halted);
    return whole.map((report, place) => {
      const batch = chosen[place]!;
      // Of a miner that draws on the card each triplet is a number, the next ones of the source.
      const count = card.mostDraws > 0 ? report.selected : 0;
      const onCard = Array.from({ length: count }, draws.random);
      return this.#taken(config, report, {
        ...{ ...batch, draws: Float64Array.from([...batch.draws, ...onCard]) },
        ...{ step: done + place + 1, milliseconds },
      });
    });
  }

  #taken(
    config: TrainingConfig,
    report: StepReport,
    {
      step,
      milliseconds,
      ...batch
    }: Chosen & { readonly step: number; readonly milliseconds: number },
  ): Taken {
    const { time, groups, draws, isOffline } = batch;
    const census = isCensus(step - 1) && this.#census(report, batch);
    return {
      result: resultOf(
        { ...report, ...census },
        {
          ...{ step, isOffline },
          time: { ...time, network: milliseconds, mining: 0, optimiser: 0 },
        },
      ),
      batch: {
        ...{ config, draws, classes: this.#options.classes, learned: learnedIn(report) },
        labels: Int32Array.from(groups),
        before: report.embeddings,
      },
      inputs: () => this.#options.batches.fetch(batch).inputs,
    };
  }

  dispose(): void {
    this.#card?.dispose();
  }

  async #cardFor(config: TrainingConfig): Promise<Card> {
    if (this.#card?.fits(config)) return this.#card;
    this.#card?.dispose();
    this.#card = undefined;
    this.#card = await Card.create(config, this.#options);
    return this.#card;
  }

  /** What is counted now and then, of embeddings as the card had them. */
  #census(report: StepReport, { groups, draws }: Chosen) {
    const { embeddings } = report;
    const census = { embeddings, groups, draws, learned: learnedIn(report), census: true };
    const { zones, force } = this.#options.criterion.lossAt(census);
    return { zones, ...(force && { force }) };
  }
}
