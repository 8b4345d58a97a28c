import { batchAll } from './batchAll.ts';
import { batchHard } from './batchHard.ts';
import { all, easy, hard, semiHard } from './byZone.ts';
import { hardestNegative } from './hardestNegative.ts';
import type { Miner } from './miner.ts';
import { facenetSemiHard, violatingRandom } from './randomInsideMargin.ts';
import { randomTriplet } from './randomTriplet.ts';
import { tfaSemiHard } from './tfaSemiHard.ts';

export type MinerName =
  | 'batch-all'
  | 'all'
  | 'easy'
  | 'semi-hard'
  | 'hard'
  | 'batch-hard'
  | 'hardest-negative'
  | 'random'
  | 'semi-hard-facenet'
  | 'semi-hard-tfa'
  | 'violating-random';

export const miners: ReadonlyMap<MinerName, Miner> = new Map<MinerName, Miner>([
  ['batch-all', batchAll],
  ['all', all],
  ['easy', easy],
  ['semi-hard', semiHard],
  ['hard', hard],
  ['batch-hard', batchHard],
  ['hardest-negative', hardestNegative],
  ['random', randomTriplet],
  ['semi-hard-facenet', facenetSemiHard],
  ['semi-hard-tfa', tfaSemiHard],
  ['violating-random', violatingRandom],
]);
