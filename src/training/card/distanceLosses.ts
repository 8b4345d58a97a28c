import { contrastiveCall } from '#kernels/webgpu/contrastive.ts';
import {
  drawnSemiHardCall,
  MOST_DRAWING_ROWS,
  semiHardDrawsCall,
} from '#kernels/webgpu/drawnSemiHard.ts';
import { pickedCall } from '#kernels/webgpu/picked.ts';
import { hardestCall } from '#kernels/webgpu/hardest.ts';
import { hinge, type MarginText, softMargin } from '#kernels/webgpu/marginTerms.ts';
import { type CardMeasure, plainDistance, squaredDistance } from '#kernels/webgpu/measure.ts';
import { SELECTED, tripletsCall } from '#kernels/webgpu/triplets.ts';
import type { TrainingConfig } from '../config.ts';
import { minerOf } from '../settings/choices.ts';
import type { LossKernel } from './lossKernel.ts';
import { type PairCalls, pairKernel } from './pairKernel.ts';

const DISTANCES: ReadonlyMap<string, CardMeasure> = new Map([
  ['squared', squaredDistance],
  ['plain', plainDistance],
]);

type PairsOf = (term: MarginText) => PairCalls;

const stretch =
  (selects: string): PairsOf =>
  (term) => ({
    slopes: (buffers, options) => tripletsCall(buffers, options, { selects, term }),
  });

/** The miners of the triplet loss that look at distances. */
const TRIPLETS: ReadonlyMap<string, PairsOf> = new Map<string, PairsOf>([
  ['batch-all', stretch(SELECTED.all)],
  ['semi-hard', stretch(SELECTED.semiHard)],
  ['hard', stretch(SELECTED.hard)],
  ['batch-hard', (term) => ({ slopes: (buffers, options) => hardestCall(buffers, options, term) })],
  [
    'semi-hard-facenet',
    () => ({
      draws: semiHardDrawsCall,
      slopes: drawnSemiHardCall,
      mostRows: MOST_DRAWING_ROWS,
    }),
  ],
]);

function tripletsOf(config: TrainingConfig): PairCalls | undefined {
  const term = config.softMargin ? softMargin : hinge;
  if (minerOf(config).blind)
    return { slopes: (buffers, options) => pickedCall(buffers, options, term) };
  return TRIPLETS.get(config.miner)?.(term);
}

const PAIRS: ReadonlyMap<string, PairCalls> = new Map([['batch-all', { slopes: contrastiveCall }]]);

const ofDistances =
  (callsOf: (config: TrainingConfig) => PairCalls | undefined) =>
  (config: TrainingConfig): LossKernel | undefined => {
    const [calls, measure] = [callsOf(config), DISTANCES.get(config.distance)];
    if (!calls || !measure) return undefined;
    return { ...pairKernel(calls, measure), ofUnitRows: false, values: [config.margin] };
  };

/** The losses of distances, by name. */
export const distanceLosses: [string, (config: TrainingConfig) => LossKernel | undefined][] = [
  ['triplet', ofDistances(tripletsOf)],
  ['contrastive', ofDistances(({ miner }) => PAIRS.get(miner))],
];
