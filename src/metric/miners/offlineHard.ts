import { listed, selectListed } from './listed.ts';
import type { MinerEntry } from './miner.ts';

/** Offline mining, see offlineMining.ts. */
export const offlineHard = {
  name: 'offline-hard',
  label: 'offline, hard',
  about:
    'Before each epoch triplets are chosen among all samples, with the nearest negative of each anchor.',
  mine: listed,
  blind: selectListed,
  offline: 'hard',
} as const satisfies MinerEntry;
