import { classGradientsCall } from '#kernels/webgpu/classGradients.ts';
import {
  classSlopesCall,
  furtherAngle,
  lessCosine,
  type OwnCosineText,
  unchanged,
} from '#kernels/webgpu/classSlopes.ts';
import type { TrainingConfig } from '../config.ts';
import { minerOf } from '../settings/choices.ts';
import type { LossKernel } from './lossKernel.ts';

interface OfConfig {
  readonly own: OwnCosineText;
  readonly values: readonly number[];
}

const KERNELS: readonly [string, (config: TrainingConfig) => OfConfig][] = [
  ['normalised-softmax', ({ scale }) => ({ own: unchanged, values: [scale] })],
  ['cos-face', ({ scale, cosineMargin: m }) => ({ own: lessCosine, values: [scale, m] })],
  [
    'arc-face',
    ({ scale, angularMargin: m }) => ({
      own: furtherAngle,
      values: [scale, Math.cos(m), Math.sin(m), m * Math.sin(m)],
    }),
  ],
  // Of rows of length 1 a squared distance is 2 − 2 cos.
  ['proxy-nca', ({ scale }) => ({ own: unchanged, values: [2 * scale] })],
];

/** The losses over class vectors, by name. */
export const classLosses = KERNELS.map(
  ([name, chosen]) =>
    [
      name,
      (config: TrainingConfig): LossKernel | undefined => {
        if (!minerOf(config).takesAll) return undefined;
        const { own, values } = chosen(config);
        return {
          slopes: (buffers, shape) => classSlopesCall(buffers, shape, own),
          gradient: classGradientsCall,
          ofUnitRows: true,
          values,
        };
      },
    ] as const,
);
