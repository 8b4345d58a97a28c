import { COINCIDENT_SLOPE } from './distance.ts';
import type { DistanceEntry } from './entry.ts';

/** |x - y|, as in Hadsell et al. 2006 and Hermans et al. 2017. */
export const plain = {
  name: 'plain',
  label: 'plain',
  about: 'The Euclidean distance itself, as in Hadsell et al. and Hermans et al.',
  isSquared: false,
  of: Math.sqrt,
  slope: (distance) => (distance > 0 ? 1 / distance : COINCIDENT_SLOPE),
  measureRow: (squares) => {
    for (let j = 0; j < squares.length; j++) squares[j] = Math.sqrt(squares[j]!);
  },
  scaleBySlopes: (weights, distances) => {
    for (let j = 0; j < weights.length; j++)
      if (weights[j] !== 0) weights[j]! *= distances[j]! > 0 ? 1 / distances[j]! : COINCIDENT_SLOPE;
  },
  toLength: (distance) => distance,
  pytorch: 'distances.LpDistance(normalize_embeddings=False, p=2, power=1)',
} as const satisfies DistanceEntry;
