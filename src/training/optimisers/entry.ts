import type * as tensorflow from '@tensorflow/tfjs-core';
import type { Parameters } from '#metric/parameter.ts';
import type { Choice } from '#metric/registry.ts';

/** The operations that an update is made of: handed in, so that the page can read of an optimiser without them. */
type Operations = Pick<typeof tensorflow, 'add' | 'div' | 'mul' | 'sqrt' | 'square'>;

export interface Rates {
  readonly learningRate: number;
  /** Of SGD: which share of the last step is taken once more. */
  readonly momentum: number;
}

/** What the updates of all variables in one step have in common. */
interface StepRates extends Rates {
  /** Updates so far, this one included. */
  readonly step: number;
}

/** What one update of one variable has before it. */
interface Update extends StepRates {
  readonly variable: tensorflow.Variable;
  readonly gradient: tensorflow.Tensor;
  /** What is remembered of earlier gradients, as large as the variable each, zeros at first. */
  readonly memory: readonly tensorflow.Variable[];
}

export interface OptimiserEntry extends Choice {
  /** Besides the learning rate. */
  readonly parameters: Parameters;
  /** How many arrays of the size of a variable it remembers. */
  readonly memory: number;
  /** Of the backend that makes the update in place: the kernel and what it is given. */
  readonly kernel: string;
  inputs(update: Update): Readonly<Record<string, tensorflow.Tensor | tensorflow.Variable>>;
  attributes(rates: StepRates): Readonly<Record<string, number>>;
  /** The same from small operations. */
  apply(operations: Operations, update: Update): void;
  /** How it reads in PyTorch, for the parameters that an expression names. */
  pytorch(rates: Rates, parameters: string): string;
}
