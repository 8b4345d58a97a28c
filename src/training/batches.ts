import { type Dataset, rowsOf, type Samples } from '#data/dataset.ts';
import { lookUp } from '#metric/lookUp.ts';
import type { Random } from '#metric/random.ts';
import type { SamplerRule } from '#metric/samplers/sampler.ts';
import type { Augmentation, Change } from './augmentations/entry.ts';
import { createAugmentation } from './augmentations/registry.ts';
import type { TrainingConfig } from './config.ts';
import { createEpoch, tripletsIn } from './epoch.ts';
import { gather } from './inputs.ts';
import { networks } from './network/networks/registry.ts';
import type { Randoms } from './randoms.ts';
import { isOffline } from './settings/choices.ts';

/** What one step is to train on. */
export interface ChosenBatch {
  /** Rows of the training set. */
  readonly rows: Int32Array;
  /** Of each row: rows of one number are positives of one another. */
  readonly groups: Int32Array;
  /** Whether its triplets were chosen before the epoch, and are not to be mined. */
  readonly isOffline: boolean;
  /** What is done to the image of each row. */
  readonly changes: readonly Change[];
  /** Where the time went, in milliseconds: see StepTime. */
  readonly time: { readonly sampling: number; readonly fullPass: number };
}

/** The same, fetched. */
export interface Batch extends ChosenBatch {
  /** As the network sees them, row after row; overwritten by the next batch. */
  readonly inputs: Float32Array;
}

interface BatchesOptions {
  readonly data: Dataset;
  /** The labels that are trained on. */
  readonly classes: readonly number[];
  readonly sampler: SamplerRule;
  readonly randoms: Randoms;
  /** Where inputs lie now, row-major, for offline mining. */
  embed(inputs: Float32Array): Promise<Float32Array>;
}

/**
 * Draws the batches of a run from the training samples of its classes: by the sampler, or, with
 * offline mining, from the triplets that were chosen for the epoch.
 */
export class Batches {
  readonly #training: Samples;
  /** The samples that are trained on, as rows of the training set, and their labels. */
  readonly #rows: Int32Array;
  readonly #labels: Int32Array;
  readonly #sample: ReturnType<SamplerRule['create']>;
  readonly #epoch: ReturnType<typeof createEpoch>;
  readonly #augmentation: Augmentation;
  readonly #augmentationRandom: Random;
  /** The same for every batch: half a megabyte a step would keep the garbage collector busy. */
  readonly #inputs: Float32Array;

  /** Throws where the sampler has nothing to draw. */
  constructor(config: TrainingConfig, { data, classes, sampler, randoms, embed }: BatchesOptions) {
    const { p, k, dims, network, augmentation } = config;
    const { training, height, width } = data;
    this.#training = training;
    this.#rows = rowsOf(training.labels, classes);
    this.#labels = this.#rows.map((row) => training.labels[row]!);
    this.#sample = sampler.create({ labels: this.#labels, p, k, random: randoms.sampler });
    this.#augmentation = createAugmentation(augmentation, data, config);
    this.#augmentationRandom = randoms.augmentation;
    this.#epoch = createEpoch({
      labels: this.#labels,
      tripletsPerStep: tripletsIn(config),
      pool: lookUp(networks, 'network', network).offlinePool ?? this.#rows.length,
      random: randoms.epoch,
      embed: async (places) => ({
        values: await embed(gather(training, this.#rowsAt(places))),
        rows: places.length,
        dims,
      }),
    });
    this.#inputs = new Float32Array(p * k * height * width);
  }

  /** Whether the next batch is chosen by where the samples lie then. */
  dependsOnNetwork(config: TrainingConfig): boolean {
    return isOffline(config) && this.#epoch.isOver;
  }

  /** The next batch that a configuration's miner is to have. */
  async choose(config: TrainingConfig): Promise<ChosenBatch> {
    const offline = isOffline(config);
    const started = performance.now();
    const { places, groups } = offline ? await this.#mined(config) : this.#sample();
    const changes = Array.from(places, () => this.#augmentation.draw(this.#augmentationRandom));
    const took = performance.now() - started;
    const time = offline ? { sampling: 0, fullPass: took } : { sampling: took, fullPass: 0 };
    return { rows: this.#rowsAt(places), groups, isOffline: offline, changes, time };
  }

  /** Its images, as the network sees them. */
  fetch(batch: ChosenBatch): Batch {
    const started = performance.now();
    const inputs = gather(this.#training, batch.rows, this.#inputs);
    const pixels = inputs.length / batch.rows.length;
    batch.changes.forEach((change, row) => {
      this.#augmentation.apply(inputs, row * pixels, change);
    });
    const { sampling, fullPass } = batch.time;
    const time = { sampling: sampling + performance.now() - started, fullPass };
    return { ...batch, inputs, time };
  }

  /** With offline mining the next batch begins an epoch. */
  forgetEpoch(): void {
    this.#epoch.forget();
  }

  async #mined(config: TrainingConfig) {
    const places = await this.#epoch.next(config);
    return { places, groups: places.map((place) => this.#labels[place]!) };
  }

  /** Rows of the training set. */
  #rowsAt(places: Int32Array): Int32Array {
    return places.map((place) => this.#rows[place]!);
  }
}
