import type { Call } from '#kernels/webgpu/call.ts';
import type { CardMeasure } from '#kernels/webgpu/measure.ts';
import type { SlopeBuffers, SlopeOptions } from '#kernels/webgpu/slopes.ts';

export type SlopesCall = (buffers: SlopeBuffers, options: SlopeOptions) => Call;

/** A loss as a kernel of what an anchor measures, and what that is told. */
export interface LossKernel {
  readonly slopes: SlopesCall;
  readonly measure: CardMeasure;
  /** Whether it divides rows by their length, whatever the configuration does. */
  readonly ofUnitRows: boolean;
  readonly values: readonly number[];
}
