import { contrastiveCall } from '#kernels/webgpu/contrastive.ts';
import { hardestCall } from '#kernels/webgpu/hardest.ts';
import { hinge, type MarginText, softMargin } from '#kernels/webgpu/marginTerms.ts';
import { type CardMeasure, plainDistance, squaredDistance } from '#kernels/webgpu/measure.ts';
import { SELECTED, tripletsCall } from '#kernels/webgpu/triplets.ts';
import type { TrainingConfig } from '../config.ts';
import type { LossKernel, SlopesCall } from './lossKernel.ts';

const DISTANCES: ReadonlyMap<string, CardMeasure> = new Map([
  ['squared', squaredDistance],
  ['plain', plainDistance],
]);

const stretch =
  (selects: string) =>
  (term: MarginText): SlopesCall =>
  (buffers, options) =>
    tripletsCall(buffers, options, { selects, term });

/** The miners of the triplet loss: all but one select a stretch of all triplets. */
const TRIPLETS: ReadonlyMap<string, (term: MarginText) => SlopesCall> = new Map([
  ['batch-all', stretch(SELECTED.all)],
  ['semi-hard', stretch(SELECTED.semiHard)],
  ['hard', stretch(SELECTED.hard)],
  ['batch-hard', (term) => (buffers, options) => hardestCall(buffers, options, term)],
]);

const PAIRS: ReadonlyMap<string, SlopesCall> = new Map([['batch-all', contrastiveCall]]);

const ofDistances =
  (slopesOf: (config: TrainingConfig) => SlopesCall | undefined) =>
  (config: TrainingConfig): LossKernel | undefined => {
    const [slopes, measure] = [slopesOf(config), DISTANCES.get(config.distance)];
    return slopes && measure && { slopes, measure, ofUnitRows: false, values: [config.margin] };
  };

/** The losses of distances, by name. */
export const distanceLosses: [string, (config: TrainingConfig) => LossKernel | undefined][] = [
  [
    'triplet',
    ofDistances(({ miner, softMargin: isSoft }) =>
      TRIPLETS.get(miner)?.(isSoft ? softMargin : hinge),
    ),
  ],
  ['contrastive', ofDistances(({ miner }) => PAIRS.get(miner))],
];
