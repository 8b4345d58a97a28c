import type { Call } from '#kernels/webgpu/call.ts';
import type { ClassGradientBuffers } from '#kernels/webgpu/classGradients.ts';
import type { ViewBuffers } from '#kernels/webgpu/views.ts';
import type { GradientOptions } from '#kernels/webgpu/gradientText.ts';
import type { DrawBuffers } from '#kernels/webgpu/drawnSemiHard.ts';

type LossBuffers = DrawBuffers & ViewBuffers & ClassGradientBuffers;

/** A batch, and how many class vectors there are: none under a loss that learns none. */
export interface LossShape {
  readonly rows: number;
  readonly dims: number;
  readonly classes: number;
}

/** A loss as two kernels, and what they are told. */
export interface LossKernel {
  /** Whether its miner draws a number for each pair that has something to be drawn. */
  readonly draws?: true;
  /** What has to be known of the batch as a whole before. */
  readonly first?: (buffers: LossBuffers, shape: LossShape) => Call;
  /** In how large a batch, where that is less than all others. */
  readonly mostRows?: number;
  /** Of each row as an anchor, and its part of the sum. */
  readonly slopes: (buffers: LossBuffers, shape: LossShape) => Call;
  /** From these to the gradients, and the step's report. */
  readonly gradient: (
    buffers: LossBuffers,
    options: GradientOptions & Pick<LossShape, 'classes'>,
  ) => Call;
  /** Whether it divides rows by their length, whatever the configuration does. */
  readonly ofUnitRows: boolean;
  /** The numbers that each step is told. */
  readonly values: readonly number[];
}
