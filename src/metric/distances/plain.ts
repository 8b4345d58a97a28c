import { COINCIDENT_SLOPE, type Distance } from './distance.ts';

/** |x - y|, as in Hadsell et al. 2006 and Hermans et al. 2017. */
export const plain: Distance = {
  of: Math.sqrt,
  slope: (distance) => (distance > 0 ? 1 / distance : COINCIDENT_SLOPE),
};
