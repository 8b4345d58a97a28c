import type { Call } from '#kernels/webgpu/call.ts';
import { contrastiveCall } from '#kernels/webgpu/contrastive.ts';
import { hardestCall } from '#kernels/webgpu/hardest.ts';
import { hinge, type MarginText, softMargin } from '#kernels/webgpu/marginTerms.ts';
import {
  type CardDistance,
  plainDistance,
  type SlopeBuffers,
  type SlopeOptions,
  squaredDistance,
} from '#kernels/webgpu/slopes.ts';
import { SELECTED, tripletsCall } from '#kernels/webgpu/triplets.ts';
import type { TrainingConfig } from '../config.ts';

type LossSettings = Pick<
  TrainingConfig,
  'loss' | 'miner' | 'distance' | 'reducer' | 'softMargin' | 'normalise'
>;

/** A loss on the card. */
export interface CardLoss {
  readonly slopes: (buffers: SlopeBuffers, shape: Omit<SlopeOptions, 'distance'>) => Call;
  /** WGSL of what the sum is divided by, from `selected` and `paying`. */
  readonly divisor: string;
  readonly normalise: boolean;
}

const DISTANCES: ReadonlyMap<string, CardDistance> = new Map([
  ['squared', squaredDistance],
  ['plain', plainDistance],
]);

const DIVISORS: ReadonlyMap<string, string> = new Map([
  ['mean', 'selected'],
  ['mean-nonzero', 'paying'],
  ['sum', '1u'],
]);

type SlopesCall = (buffers: SlopeBuffers, options: SlopeOptions) => Call;

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

const LOSSES: ReadonlyMap<string, (settings: LossSettings) => SlopesCall | undefined> = new Map([
  [
    'triplet',
    ({ miner, softMargin: isSoft }) => TRIPLETS.get(miner)?.(isSoft ? softMargin : hinge),
  ],
  ['contrastive', ({ miner }) => PAIRS.get(miner)],
]);

/** The loss of a configuration on the card; undefined where there are no kernels for it. */
export function cardLossOf(settings: LossSettings): CardLoss | undefined {
  const slopes = LOSSES.get(settings.loss)?.(settings);
  const distance = DISTANCES.get(settings.distance);
  const divisor = DIVISORS.get(settings.reducer);
  if (!slopes || !distance || !divisor) return undefined;
  return {
    slopes: (buffers, shape) => slopes(buffers, { ...shape, distance }),
    divisor,
    normalise: settings.normalise,
  };
}
