import type { InspectedBatch } from './inspectedBatch.ts';
import type { StepResult } from './step.ts';

/** A step that has been taken, and the batch that it was taken on. */
export interface Taken {
  readonly result: StepResult;
  readonly batch: Omit<InspectedBatch, 'step' | 'inputs' | 'after'>;
  /** As the network saw them, until the next step. */
  inputs(): Float32Array;
}
