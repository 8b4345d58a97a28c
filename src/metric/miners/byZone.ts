import { type Zone, zoneOf } from '../zones.ts';
import { type Band, type Miner, numericMargin } from './miner.ts';

/** Every triplet of these zones, which are the band of the hinge with that name. */
export function byZone(name: string, zones: readonly Zone[], band: Band): Miner {
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

/** How the triplets of one zone read in pytorch-metric-learning. */
export const pytorchByZone = (
  type: 'semihard' | 'hard',
): string => `miner = miners.TripletMarginMiner(
    margin=MARGIN, type_of_triplets="${type}", distance=distance
)


def mine(embeddings, labels):
    return miner(embeddings, labels)`;
