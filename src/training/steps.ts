import { getBackend } from '@tensorflow/tfjs-core';
import type { CardSteps, CardStepsOptions } from './card/cardSteps.ts';
import type { TrainingConfig } from './config.ts';
import { networks } from './network/networks/registry.ts';
import type { OpenPartner } from './partner/partner.ts';
import { SharedBatches } from './partner/sharedBatches.ts';
import { takeStep } from './step.ts';
import type { Taken } from './taken.ts';

interface StepsOptions extends CardStepsOptions {
  /** Whether loss and sampler are those that the configuration names, which kernels are made for. */
  readonly partsAreNamed: boolean;
  readonly openPartner?: OpenPartner | undefined;
}

function sharedBatches(
  { network: name, dims }: TrainingConfig,
  { data: { height, width }, openPartner }: StepsOptions,
): SharedBatches | undefined {
  if (getBackend() !== 'wasm' || !networks.get(name)?.sharesBatches) return undefined;
  const partner = openPartner?.();
  return partner && new SharedBatches(partner, { name, height, width, dims });
}

/**
 * The steps of a run: on the graphics card as a whole where there are kernels for it, on two cores where
 * the network is worth it.
 */
export class Steps {
  readonly #options: StepsOptions;
  /** Whoever takes half of each batch starts at once, while the run is judged for the first time. */
  readonly #shared: SharedBatches | undefined;
  #onCard: CardSteps | undefined;

  constructor(config: TrainingConfig, options: StepsOptions) {
    this.#options = options;
    this.#shared = sharedBatches(config, options);
  }

  /**
   * At least one step after `done`, and at most so many where several can be taken in one go. Rejects
   * with a DivergedError where none could be taken, and updates nothing then.
   */
  async take(config: TrainingConfig, done: number, most: number): Promise<readonly Taken[]> {
    const card = await this.#cardFor(config);
    return card ? card.take(config, done, most) : [await this.#takeOne(config, done)];
  }

  /** How many workers take a part of each batch. */
  get workers(): number {
    return this.#shared ? 2 : 1;
  }

  dispose(): void {
    this.#onCard?.dispose();
  }

  async #cardFor(config: TrainingConfig): Promise<CardSteps | undefined> {
    if (getBackend() !== 'webgpu' || !this.#options.partsAreNamed) return undefined;
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
    const { mined, result } = await takeStep(this.#options, batch, {
      done,
      shared: this.#shared,
    });
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
