import { COINCIDENT_SLOPE, createDistance } from '../distances/distance.ts';

const FLOOR = 1e-6;

/**
 * sqrt(max(|x - y|², 1e-6)): the convention of implementations that keep the root away from zero.
 * No distance is below 1e-3, and points closer than that do not move each other.
 */
export const plainClamped = createDistance({
  of: (value) => Math.sqrt(Math.max(value, FLOOR)),
  slope: (distance) => (distance > Math.sqrt(FLOOR) ? 1 / distance : COINCIDENT_SLOPE),
});
