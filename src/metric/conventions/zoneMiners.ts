import { byZone } from '../miners/byZone.ts';

/** Every triplet that violates the margin, semi-hard or hard (pytorch-metric-learning's "all"). */
export const violating = byZone('violating', ['semi-hard', 'hard'], {
  from: 'margin',
  to: 'farthest',
});

/** Every triplet whose negative lies beyond the margin; its loss is zero. */
export const easy = byZone('easy', ['easy'], { from: 'nearest', to: 'margin' });
