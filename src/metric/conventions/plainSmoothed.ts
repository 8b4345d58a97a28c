import { createDistance } from '../distances/distance.ts';

const SMOOTHING = 1e-12;

/** sqrt(|x - y|² + 1e-12): smooth everywhere (the public code of Hermans et al. 2017). */
export const plainSmoothed = createDistance({
  of: (value) => Math.sqrt(value + SMOOTHING),
  slope: (distance) => 1 / distance,
});
