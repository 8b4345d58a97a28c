import type { Call } from '#kernels/webgpu/call.ts';
import { lossGradientCall } from '#kernels/webgpu/lossGradient.ts';
import type { CardMeasure } from '#kernels/webgpu/measure.ts';
import type { SlopeBuffers, SlopeOptions } from '#kernels/webgpu/slopes.ts';
import type { LossKernel } from './lossKernel.ts';

export type SlopesCall = (buffers: SlopeBuffers, options: SlopeOptions) => Call;

/** The kernels of a loss of what rows measure to one another. */
export const pairKernel = (
  slopes: SlopesCall,
  measure: CardMeasure,
): Pick<LossKernel, 'slopes' | 'gradient'> => ({
  slopes: (buffers, shape) => slopes(buffers, { ...shape, measure }),
  gradient: (buffers, options) => lossGradientCall(buffers, { ...options, measure }),
});
