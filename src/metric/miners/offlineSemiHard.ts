import { listed, selectListed } from './listed.ts';
import type { MinerEntry } from './miner.ts';

/** Offline mining, see offlineMining.ts. */
export const offlineSemiHard = {
  name: 'offline-semi-hard',
  label: 'offline, semi-hard',
  about:
    'Before each epoch triplets are chosen among all samples, with a random one of the semi-hard negatives of each pair.',
  mine: listed,
  blind: selectListed,
  offline: 'semi-hard',
  comparesWithMargin: true,
} as const satisfies MinerEntry;
