import { getBackend } from '@tensorflow/tfjs-core';
import type { CardSteps, CardStepsOptions } from './card/cardSteps.ts';
import type { TrainingConfig } from './config.ts';
import { takeStep } from './step.ts';
import type { Taken } from './taken.ts';

interface StepsOptions extends CardStepsOptions {
  /** Whether the loss is the one that the configuration names. */
  readonly lossIsNamed: boolean;
}

/** The steps of a run: on the graphics card as a whole where there are kernels for it. */
export class Steps {
  readonly #options: StepsOptions;
  #onCard: CardSteps | undefined;

  constructor(options: StepsOptions) {
    this.#options = options;
  }

  /**
   * At least one step after `done`, and at most so many where several can be taken in one go. Rejects
   * with a DivergedError where none could be taken, and updates nothing then.
   */
  async take(config: TrainingConfig, done: number, most: number): Promise<readonly Taken[]> {
    const card = await this.#cardFor(config);
    return card ? card.take(config, done, most) : [await this.#takeOne(config, done)];
  }

  dispose(): void {
    this.#onCard?.dispose();
  }

  async #cardFor(config: TrainingConfig): Promise<CardSteps | undefined> {
    if (getBackend() !== 'webgpu' || !this.#options.lossIsNamed) return undefined;
    if (!this.#onCard) {
      // Fetched where it is of use.
      const { CardSteps } = await import('./card/cardSteps.ts');
      this.#onCard = new CardSteps(this.#options);
    }
    return this.#onCard.knows(config) ? this.#onCard : undefined;
  }

  async #takeOne(config: TrainingConfig, done: number): Promise<Taken> {
    const { batches, classes } = this.#options;
    const batch = batches.fetch(await batches.choose(config));
    const { mined, result } = await takeStep(this.#options, batch, done);
    return {
      result,
      batch: {
        config,
        labels: Int32Array.from(batch.groups),
        before: mined.embeddings,
        draws: mined.draws,
        classes,
        learned: mined.learned,
      },
      inputs: () => batch.inputs,
    };
  }
}
