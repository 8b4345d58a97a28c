import type { Bound, Call } from './call.ts';

/** A layer of a network on the card. What its numbers are multiplied by where they are negative. */
export interface Slope {
  /** 1 linear, 0 ReLU, else LeakyReLU. */
  readonly slope: number;
}

/** The output of a layer, row after row, and the loss's gradient before that layer's activation. */
export interface Outputs extends Slope {
  readonly values: Bound;
  readonly gradient: Bound;
}

/** Numbers that are learned, and their gradients as they come: in parts, kernel and bias together. */
export interface Learned {
  readonly kernel: Bound;
  readonly bias: Bound;
  /** Parts × (numbers of the kernel, then of the bias). */
  readonly gradient: Bound;
  readonly parts: number;
}

export interface LayerCalls {
  readonly forward: Call;
  /** Of what is learned. */
  readonly learn?: Call;
  /** Of what came in, where it came from another layer. */
  readonly back?: Call;
}

/** WGSL of activation(value). */
export const activated = (value: string, { slope }: Slope): string =>
  slope === 1 ? value : `select(f32(${slope}) * ${value}, ${value}, ${value} > 0.0)`;

/** WGSL of a gradient backwards through an activation whose output was `y`. */
export const masked = (gradient: string, y: string, { slope }: Slope): string =>
  slope === 1 ? gradient : `${gradient} * select(f32(${slope}), 1.0, ${y} > 0.0)`;
