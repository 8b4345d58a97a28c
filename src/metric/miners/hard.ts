import { byZone, pytorchByZone } from './byZone.ts';
import type { MinerEntry } from './miner.ts';

/** Every triplet whose negative is no farther than the positive. */
export const hard = {
  name: 'hard',
  label: 'hard only',
  about: 'Every triplet whose negative is no farther than the positive.',
  mine: byZone('hard', ['hard'], { from: 'tie', to: 'farthest' }),
  comparesWithMargin: true,
  afterCollapse:
    'Hard triplets only ever say “closer together”. Batch-all and semi-hard hear the other side.',
  pytorch: pytorchByZone('hard'),
} as const satisfies MinerEntry;
