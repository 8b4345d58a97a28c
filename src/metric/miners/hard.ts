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
    'A hard triplet never votes to expand the cloud. Batch-all and semi-hard mining select triplets that do.',
  pytorch: pytorchByZone('hard'),
} as const satisfies MinerEntry;
