import type { Call } from '#kernels/webgpu/call.ts';
import type { DrawBuffers } from '#kernels/webgpu/drawnSemiHard.ts';
import { lossGradientCall, ofMeasures } from '#kernels/webgpu/lossGradient.ts';
import type { CardMeasure } from '#kernels/webgpu/measure.ts';
import type { SlopeOptions } from '#kernels/webgpu/slopes.ts';
import type { LossKernel } from './lossKernel.ts';

export type SlopesCall = (buffers: DrawBuffers, options: SlopeOptions) => Call;

/** What a loss's kernels make of what rows measure to one another: see LossKernel. */
export interface PairCalls extends Pick<LossKernel, 'mostRows'> {
  readonly draws?: SlopesCall;
  readonly slopes: SlopesCall;
}

/** The kernels of a loss of what rows measure to one another. */
export const pairKernel = (
  { draws, slopes, ...rest }: PairCalls,
  measure: CardMeasure,
): Pick<LossKernel, 'draws' | 'first' | 'slopes' | 'gradient' | 'mostRows'> => ({
  ...rest,
  ...(draws && { draws: true, first: (buffers, shape) => draws(buffers, { ...shape, measure }) }),
  slopes: (buffers, shape) => slopes(buffers, { ...shape, measure }),
  gradient: (buffers, options) => lossGradientCall(buffers, options, ofMeasures(measure)),
});
