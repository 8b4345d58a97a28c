import { barlowTwinsText } from '#kernels/webgpu/barlowTwins.ts';
import { lossGradientCall, ofRows } from '#kernels/webgpu/lossGradient.ts';
import { vicregText } from '#kernels/webgpu/vicreg.ts';
import { type ViewLossText, viewSlopesCall, viewStatisticsCall } from '#kernels/webgpu/views.ts';
import { BARLOW_EPSILON } from '#metric/decorrelation/barlowTwins.ts';
import { VICREG_EPSILON } from '#metric/decorrelation/vicreg.ts';
import type { TrainingConfig } from '../config.ts';
import { minerOf } from '../settings/choices.ts';
import type { LossKernel } from './lossKernel.ts';

const ofViews =
  (text: ViewLossText, valuesOf: (config: TrainingConfig) => readonly number[]) =>
  (config: TrainingConfig): LossKernel | undefined => {
    if (!minerOf(config).takesAll) return undefined;
    return {
      first: viewStatisticsCall,
      slopes: (buffers, shape) => viewSlopesCall(buffers, shape, text),
      gradient: (buffers, options) => lossGradientCall(buffers, options, ofRows),
      ofUnitRows: false,
      values: valuesOf(config),
    };
  };

/** The losses of two views that compare no samples, by name. */
export const viewLosses: [string, (config: TrainingConfig) => LossKernel | undefined][] = [
  [
    'vicreg',
    ofViews(vicregText(VICREG_EPSILON), ({ invariance, variance, covariance }) => [
      invariance,
      variance,
      covariance,
    ]),
  ],
  ['barlow-twins', ofViews(barlowTwinsText(BARLOW_EPSILON), ({ redundancy }) => [redundancy])],
];
