import { type Zone, zoneOf } from '../zones.ts';
import { type Band, type Miner, numericMargin } from './miner.ts';

function byZone(name: string, zones: readonly Zone[], band: Band): Miner {
  return (rules) => {
    const margin = numericMargin(rules, name);
    return {
      select: ({ positives, negatives, distances }, take) => {
        for (const positive of positives)
          for (const negative of negatives) {
            const zone = zoneOf(
              distances[positive]!,
              distances[negative]!,
              margin,
              rules.marginTie,
            );
            if (zones.includes(zone)) take(positive, negative);
          }
      },
      // The bands put ties with the margin into the easy zone.
      ...(rules.marginTie === 'easy' ? { band } : {}),
    };
  };
}

/** Every triplet that violates the margin, semi-hard or hard (pytorch-metric-learning's "all"). */
export const all = byZone('all', ['semi-hard', 'hard'], { from: 'margin', to: 'farthest' });

/** Every triplet whose negative lies beyond the margin; its loss is zero. */
export const easy = byZone('easy', ['easy'], { from: 'nearest', to: 'margin' });

/** Every triplet whose negative lies farther than the positive, but inside the margin. */
export const semiHard = byZone('semi-hard', ['semi-hard'], { from: 'margin', to: 'tie' });

/** Every triplet whose negative is no farther than the positive. */
export const hard = byZone('hard', ['hard'], { from: 'tie', to: 'farthest' });
