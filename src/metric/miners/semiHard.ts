import { byZone, pytorchByZone } from './byZone.ts';
import type { MinerEntry } from './miner.ts';

/** Every triplet whose negative lies farther than the positive, but inside the margin. */
export const semiHard = {
  name: 'semi-hard',
  label: 'all semi-hard',
  about:
    'Every triplet whose negative lies farther than the positive, but inside the margin. FaceNet drew one of them for each pair.',
  mine: byZone('semi-hard', ['semi-hard'], { from: 'margin', to: 'tie' }),
  comparesWithMargin: true,
  pytorch: pytorchByZone('semihard'),
} as const satisfies MinerEntry;
