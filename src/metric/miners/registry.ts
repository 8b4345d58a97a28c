import { lookUp } from '../lookUp.ts';
import { type NameOf, registryOf } from '../registry.ts';
import { batchAll } from './batchAll.ts';
import { batchHard } from './batchHard.ts';
import { distanceWeighted } from './distanceWeighted.ts';
import { hard } from './hard.ts';
import type { Miner, MinerEntry } from './miner.ts';
import { offlineHard } from './offlineHard.ts';
import { offlineRandom } from './offlineRandom.ts';
import { offlineSemiHard } from './offlineSemiHard.ts';
import { randomTriplet } from './random.ts';
import { semiHard } from './semiHard.ts';
import { semiHardFacenet } from './semiHardFacenet.ts';

const entries = [
  batchAll,
  batchHard,
  semiHard,
  semiHardFacenet,
  hard,
  randomTriplet,
  distanceWeighted,
  offlineRandom,
  offlineHard,
  offlineSemiHard,
] as const;

export type MinerName = NameOf<typeof entries>;

export const miners: ReadonlyMap<MinerName, MinerEntry> = registryOf(entries);

/** A miner by name, or one of your own making as it is. Throws on unknown names. */
export const toMiner = (chosen: MinerName | Miner): Miner =>
  typeof chosen === 'string' ? lookUp(miners, 'miner', chosen).mine : chosen;
