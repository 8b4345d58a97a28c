import type { Tensor, Variable } from '@tensorflow/tfjs-core';

/** What an optimiser may change. */
export interface Parameter {
  readonly name: string;
  /** As other tools spell it: a dense kernel [in, out], a filter [height, width, in, out]. */
  readonly shape: readonly number[];
  readonly variable: Variable;
}

/** What a layer was given and made of it, and the gradient with respect to what it made. */
export interface Passed<Of extends Tensor = Tensor> {
  readonly x: Of;
  readonly y: Of;
  readonly dy: Of;
  /** Whether the gradient with respect to x is of use to anyone. */
  readonly wantsX: boolean;
}

export interface LayerGradients {
  /** With respect to what came in, where that was wanted. */
  readonly x?: Tensor;
  /** With respect to the parameters, in their order. */
  readonly parameters: readonly Tensor[];
}

export interface Layer {
  readonly parameters: readonly Parameter[];
  apply(x: Tensor): Tensor;
  /** Back through `apply`. */
  backward(passed: Passed): LayerGradients;
}
