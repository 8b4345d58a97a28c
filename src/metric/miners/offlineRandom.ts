import { listed, selectListed } from './listed.ts';
import type { MinerEntry } from './miner.ts';

/** Offline mining, see offlineMining.ts. */
export const offlineRandom = {
  name: 'offline-random',
  label: 'offline, random',
  about: 'Before each epoch triplets are chosen among all samples, the negative at random.',
  mine: listed,
  blind: selectListed,
  offline: 'random',
} as const satisfies MinerEntry;
