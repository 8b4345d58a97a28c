import { type BatchLoss, createBatchLoss, type LossOfBatch } from '#metric/batchLoss.ts';
import type { LearnedArray, LossRule } from '#metric/losses/loss.ts';
import { normaliseRows } from '#metric/normalise.ts';
import type { ClassVectors } from './classVectors.ts';
import { type CloudForce, cloudForce } from './cloudForce.ts';
import { batchLossConfig, type TrainingConfig } from './config.ts';
import { recorded, replayed } from './draws.ts';
import { createLearned, type Learned } from './learned.ts';
import type { Randoms } from './randoms.ts';
import { lossOf } from './settings/choices.ts';

/** The loss of a batch, and what it was worked out from. */
export interface MinedLoss extends BatchLoss {
  /** The embeddings, rows × dims: a copy. */
  readonly embeddings: Float32Array;
  /** The random numbers that the miner drew, in order. */
  readonly draws: Float64Array;
  /** The arrays that the loss learns, as it saw them. */
  readonly learned: readonly Float64Array[];
  /** Where a census was asked for. */
  readonly force?: CloudForce;
  readonly milliseconds: number;
}

interface LossOfEmbeddings {
  /** Row-major. */
  readonly embeddings: Float32Array;
  readonly groups: Int32Array;
  /** The values of the arrays that the loss learns: see `read`. */
  readonly learned: readonly Float64Array[];
  /** Whether to count the zones of all valid triplets as well, and to weigh the forces. */
  readonly census: boolean;
  /** What the miner draws, where it has drawn it before. */
  readonly draws?: ArrayLike<number>;
}

interface CriterionOptions {
  /** The labels that are trained on. */
  readonly classes: readonly number[];
  /** In place of the loss that the configuration names. */
  readonly rule: LossRule | undefined;
  readonly randoms: Randoms;
}

/** A loss with and without the count of zones: the count costs about as much as mining. */
interface Losses {
  readonly plain: LossOfBatch;
  readonly withZones: LossOfBatch;
}

/** What embeddings are trained for: the configured loss, with the arrays that it learns besides. */
export class Criterion {
  readonly #options: CriterionOptions;
  readonly #dims: number;
  readonly #isUnit: boolean;
  #rule: LossRule;
  #losses: Losses;
  #arrays: readonly LearnedArray[] = [];
  #learned: Learned;

  /** Throws on a configuration that is not valid. */
  constructor(config: TrainingConfig, options: CriterionOptions) {
    this.#options = options;
    this.#dims = config.dims;
    this.#isUnit = config.normalise;
    this.#rule = this.#ruleOf(config);
    this.#losses = this.#lossesOf(config);
    this.#learned = this.#learnedOf(config);
  }

  /** What the loss has learned stays, unless it is another loss. Throws, and leaves all as it was, as above. */
  reconfigure(next: TrainingConfig): void {
    this.#losses = this.#lossesOf(next);
    const rule = this.#ruleOf(next);
    if (rule !== this.#rule) {
      this.#rule = rule;
      this.#learned.dispose();
      this.#learned = this.#learnedOf(next);
    }
    this.#learned.optimiser.learningRate = next.learningRate;
  }

  /** What the loss learns, until it is another loss. */
  get learned(): Learned {
    return this.#learned;
  }

  /** The values of the arrays that the loss learns. */
  read(): Promise<Float64Array[]> {
    return this.#learned.read();
  }

  /** Of what the loss learns the vectors that stand for classes, one each; undefined where there are none. */
  async classVectors(): Promise<ClassVectors | undefined> {
    const { classes: labels } = this.#options;
    const [rows, dims] = [labels.length, this.#dims];
    const place = this.#arrays.findIndex(({ shape }) => String(shape) === String([rows, dims]));
    const values = place < 0 ? undefined : (await this.#learned.read())[place];
    return (
      values && {
        labels,
        values: Float32Array.from(this.#isUnit ? normaliseRows({ values, rows, dims }) : values),
      }
    );
  }

  /** Mines the batch, and works out its loss and gradients. */
  lossAt({ embeddings, groups, learned, census, draws: known }: LossOfEmbeddings): MinedLoss {
    const started = performance.now();
    const evaluate = census ? this.#losses.withZones : this.#losses.plain;
    const { random, draws } = recorded(known ? replayed(known) : this.#options.randoms.miner);
    const shape = { rows: groups.length, dims: this.#dims };
    const found = evaluate({ values: embeddings, ...shape }, groups, random, learned);
    const force = census && { force: cloudForce(found, groups) };
    const milliseconds = performance.now() - started;
    return {
      ...found,
      ...force,
      embeddings: Float32Array.from(embeddings),
      draws: Float64Array.from(draws),
      learned,
      milliseconds,
    };
  }

  /** One step of what the loss learns. */
  update({ learnedGradients }: BatchLoss): void {
    this.#learned.update(learnedGradients);
  }

  dispose(): void {
    this.#learned.dispose();
  }

  #ruleOf(config: TrainingConfig): LossRule {
    return this.#options.rule ?? lossOf(config);
  }

  #lossesOf(config: TrainingConfig): Losses {
    const { classes } = this.#options;
    const own = { ...batchLossConfig(config), loss: this.#ruleOf(config), labels: classes };
    return { plain: createBatchLoss(own), withZones: createBatchLoss({ ...own, zones: true }) };
  }

  #learnedOf(config: TrainingConfig): Learned {
    const { classes, randoms } = this.#options;
    const setup = { labels: classes, dims: this.#dims };
    this.#arrays = this.#rule.learns?.(setup, randoms.learned) ?? [];
    return createLearned(this.#arrays, config.optimiser, config);
  }
}
