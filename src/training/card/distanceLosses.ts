import { contrastiveCall } from '#kernels/webgpu/contrastive.ts';
import { pickedCall } from '#kernels/webgpu/picked.ts';
import { hardestCall } from '#kernels/webgpu/hardest.ts';
import { hinge, type MarginText, softMargin } from '#kernels/webgpu/marginTerms.ts';
import { type CardMeasure, plainDistance, squaredDistance } from '#kernels/webgpu/measure.ts';
import { SELECTED, tripletsCall } from '#kernels/webgpu/triplets.ts';
import type { TrainingConfig } from '../config.ts';
import { minerOf } from '../settings/choices.ts';
import type { LossKernel } from './lossKernel.ts';
import { pairKernel, type SlopesCall } from './pairKernel.ts';

const DISTANCES: ReadonlyMap<string, CardMeasure> = new Map([
  ['squared', squaredDistance],
  ['plain', plainDistance],
]);

const stretch =
  (selects: string) =>
  (term: MarginText): SlopesCall =>
  (buffers, options) =>
    tripletsCall(buffers, options, { selects, term });

/** The miners of the triplet loss that look at distances. */
const TRIPLETS: ReadonlyMap<string, (term: MarginText) => SlopesCall> = new Map([
  ['batch-all', stretch(SELECTED.all)],
  ['semi-hard', stretch(SELECTED.semiHard)],
  ['hard', stretch(SELECTED.hard)],
  ['batch-hard', (term) => (buffers, options) => hardestCall(buffers, options, term)],
]);

function tripletsOf(config: TrainingConfig): SlopesCall | undefined {
  const term = config.softMargin ? softMargin : hinge;
  if (minerOf(config).blind) return (buffers, options) => pickedCall(buffers, options, term);
  return TRIPLETS.get(config.miner)?.(term);
}

const PAIRS: ReadonlyMap<string, SlopesCall> = new Map([['batch-all', contrastiveCall]]);

const ofDistances =
  (slopesOf: (config: TrainingConfig) => SlopesCall | undefined) =>
  (config: TrainingConfig): LossKernel | undefined => {
    const [slopes, measure] = [slopesOf(config), DISTANCES.get(config.distance)];
    if (!slopes || !measure) return undefined;
    return { ...pairKernel(slopes, measure), ofUnitRows: false, values: [config.margin] };
  };

/** The losses of distances, by name. */
export const distanceLosses: [string, (config: TrainingConfig) => LossKernel | undefined][] = [
  ['triplet', ofDistances(tripletsOf)],
  ['contrastive', ofDistances(({ miner }) => PAIRS.get(miner))],
];
