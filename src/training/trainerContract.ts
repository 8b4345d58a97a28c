import type { Samples } from '#data/dataset.ts';
import type { LossRule } from '#metric/losses/loss.ts';
import type { SamplerRule } from '#metric/samplers/sampler.ts';
import type { ClassVectors } from './classVectors.ts';
import type { TrainingConfig } from './config.ts';
import type { Judgement } from './evaluation.ts';
import type { InspectedBatch } from './inspectedBatch.ts';
import type { SavedNetwork } from './network/layersModel.ts';
import type { OpenPartner } from './partner/partner.ts';
import type { StepResult } from './step.ts';

export interface Trainer {
  readonly step: number;
  readonly imagesPerStep: number;
  /** How many workers take a part of each batch; on a graphics card that is one. */
  readonly workers: number;
  /**
   * One batch: forward, mining, backward, update. Rejects with a DivergedError when numbers blow up.
   * One step has to end before the next is asked for.
   */
  advance(): Promise<StepResult>;
  /**
   * Steps in one go, at least one and at most so many: several where the graphics card takes whole
   * steps by itself, as asking it takes longer than a step. Rejects as `advance` does, after telling
   * of the steps before.
   */
  advanceBy(most: number): Promise<readonly StepResult[]>;
  /**
   * Where the held-out samples lie now: row-major, `dims` numbers each, of length 1 where the
   * configuration normalises; all of them, or so many from a row on. The caller owns the array.
   */
  embedHeldOut(from?: number, count?: number): Promise<Float32Array>;
  /** Where the vectors lie that the loss has learned for classes; undefined where it learns none. */
  classVectors(): Promise<ClassVectors | undefined>;
  /** Judges an embedding of the held-out samples, or of some of them by themselves. */
  evaluate(embedding: Float32Array, rows?: Int32Array): Judgement;
  /** The network as it is now, apart from the one that is trained on, until it is frozen again. */
  freeze(): Promise<Frozen>;
  /**
   * The batch of the last step, before and after it; undefined before the first. Not while a step is
   * under way.
   */
  inspectBatch(): Promise<InspectedBatch | undefined>;
  /** Where other images of the same size would lie, one after another: see Samples. */
  embed(images: Samples['images']): Promise<Float32Array>;
  /**
   * From the next step on another loss, miner, distance, reducer, margin or learning rate. What the
   * optimiser remembers stays. Throws a RangeError, and leaves all as it was, for a configuration that
   * is not valid or changes anything else.
   */
  reconfigure(next: TrainingConfig): void;
  /** A copy of what the network has learned. */
  weights(): Promise<SavedNetwork>;
  /** Frees every tensor that the trainer holds. */
  dispose(): void;
}

/** A network that does not learn any more. */
export interface Frozen {
  /** Where some of the held-out samples lie, as `embedHeldOut` has them. */
  embed(rows: Int32Array): Promise<Float32Array>;
}

/** Choices of one's own, in the place of those that the configuration names. */
export interface OwnParts {
  readonly loss?: LossRule;
  readonly sampler?: SamplerRule;
  /** For whom to take half of each batch, where the network is worth it. */
  readonly openPartner?: OpenPartner | undefined;
}
