import { COINCIDENT_SLOPE, createDistance } from '../distances/distance.ts';

const SMOOTHING = 1e-12;

/** sqrt(|x - y|² + 1e-12): smooth everywhere (the public code of Hermans et al. 2017). */
export const plainSmoothed = createDistance({
  of: (value) => Math.sqrt(value + SMOOTHING),
  // Only a row is at 0 from itself, which has no direction.
  slope: (distance) => (distance > 0 ? 1 / distance : COINCIDENT_SLOPE),
});
