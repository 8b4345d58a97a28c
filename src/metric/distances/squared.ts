import type { DistanceEntry } from './entry.ts';

/** |x - y|², as in FaceNet; a margin beside it is in squared units. */
export const squared = {
  name: 'squared',
  label: 'squared',
  about: 'The square of the Euclidean distance, as in FaceNet: the margin is in squared units.',
  isSquared: true,
  of: (value) => value,
  slope: () => 2,
  constantSlope: 2,
  measureRow: () => {},
  toLength: Math.sqrt,
  pytorch: 'distances.LpDistance(normalize_embeddings=False, p=2, power=2)',
} as const satisfies DistanceEntry;
