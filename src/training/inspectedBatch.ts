import type { TrainingConfig } from './config.ts';

/** The batch of one step, so that it can be looked at: what the loss was given, and what came of it. */
export interface InspectedBatch {
  /** Steps done, the one that trained on this batch included. */
  readonly step: number;
  /** In force when it was trained on. */
  readonly config: TrainingConfig;
  /** Of each row of the batch. */
  readonly labels: Int32Array;
  /** As the network saw them, turned where they are turned: row after row, 0 to 1 where they were bytes. */
  readonly inputs: Float32Array;
  /** Embeddings, rows × dims, as the loss saw them (not yet divided by their length). */
  readonly before: Float32Array;
  /** Where the same inputs lie after the step. */
  readonly after: Float32Array;
  /** The random numbers that the miner drew, in order: with them it selects the same again. */
  readonly draws: Float64Array;
  /** The labels that are trained on, and the arrays that the loss learned, as it saw them. */
  readonly classes: readonly number[];
  readonly learned: readonly Float64Array[];
}

/** What of it can be handed over between threads instead of copied. */
export const buffersOf = ({ labels, inputs, before, after, draws, learned }: InspectedBatch) =>
  [labels, inputs, before, after, draws, ...learned].map(({ buffer }) => buffer as ArrayBuffer);
