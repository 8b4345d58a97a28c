import type { Call } from '#kernels/webgpu/call.ts';
import { contrastiveCall } from '#kernels/webgpu/contrastive.ts';
import { hardestCall } from '#kernels/webgpu/hardest.ts';
import { hinge, softMargin } from '#kernels/webgpu/marginTerms.ts';
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

/** What each miner selects, of those whose selection is a stretch of all triplets. */
const SELECTIONS: ReadonlyMap<string, string> = new Map([
  ['batch-all', SELECTED.all],
  ['semi-hard', SELECTED.semiHard],
  ['hard', SELECTED.hard],
]);

type SlopesCall = (buffers: SlopeBuffers, options: SlopeOptions) => Call;

function tripletSlopes({ miner, softMargin: isSoft }: LossSettings): SlopesCall | undefined {
  const term = isSoft ? softMargin : hinge;
  if (miner === 'batch-hard') return (buffers, options) => hardestCall(buffers, options, term);
  const selects = SELECTIONS.get(miner);
  if (!selects) return undefined;
  return (buffers, options) => tripletsCall(buffers, options, { selects, term });
}

const LOSSES: ReadonlyMap<string, (settings: LossSettings) => SlopesCall | undefined> = new Map([
  ['triplet', tripletSlopes],
  ['contrastive', ({ miner }) => (miner === 'batch-all' ? contrastiveCall : undefined)],
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
