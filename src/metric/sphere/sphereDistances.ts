import { bisect } from './bisect.ts';

/** The angle between two points is cut into so many cells: fine enough up to thousands of dimensions. */
const CELLS = 1024;
const HALVINGS = 48;

/**
 * How far apart two independent, uniformly random points of the unit sphere are: the plain distance d
 * has the density q(d) ∝ d^(D-2) (1 - d²/4)^((D-3)/2) on [0, 2], which is sin^(D-2) of the angle between
 * them. Nothing is sampled.
 */
export interface SphereDistances {
  readonly dimensions: number;
  /** q(d) of a plain distance, 0 outside [0, 2]. On the circle it is infinite at 2. */
  density(distance: number): number;
  /** The probability of a plain distance up to this one. */
  cumulative(distance: number): number;
  /** The plain distance that a share of all pairs stays below, for a share from 0 to 1. */
  quantile(share: number): number;
  /** Plain distances in ascending order, and how probable each is: they sum to 1, for integrals. */
  readonly distances: Float64Array;
  readonly masses: Float64Array;
}

/** ∫ sin^power over [0, π], by the recursion that takes off two powers at a time. */
function sineIntegral(power: number): number {
  let integral = power % 2 === 0 ? Math.PI : 2;
  for (let k = power % 2 === 0 ? 2 : 3; k <= power; k += 2) integral *= (k - 1) / k;
  return integral;
}

/**
 * The distances of random points on the unit sphere of R^dimensions.
 * Throws unless there are at least two dimensions, a whole number.
 */
export function createSphereDistances(dimensions: number): SphereDistances {
  if (!Number.isInteger(dimensions) || dimensions < 2)
    throw new RangeError(
      `a sphere needs a whole number of dimensions, 2 or more, not ${dimensions}`,
    );
  const power = dimensions - 2;
  const whole = sineIntegral(power);
  const atAngle = (angle: number) => Math.sin(angle) ** power / whole;
  const { edges, slopes, distances, masses } = tabulate(atAngle);
  const cumulative = (distance: number) => {
    if (distance <= 0) return 0;
    if (distance >= 2) return 1;
    return hermite(edges, slopes, (2 * Math.asin(distance / 2) * CELLS) / Math.PI);
  };
  return {
    dimensions,
    density(distance) {
      if (distance < 0 || distance > 2) return 0;
      const cosine = Math.sqrt(1 - (distance * distance) / 4);
      return (distance ** power * cosine ** (power - 1)) / whole;
    },
    cumulative,
    quantile(share) {
      return bisect([0, 2], HALVINGS, (distance) => cumulative(distance) < share);
    },
    distances,
    masses,
  };
}

/** The cumulative probability at the edges of the cells with its slope a cell, and the cells' middles. */
function tabulate(atAngle: (angle: number) => number) {
  const width = Math.PI / CELLS;
  const edges = new Float64Array(CELLS + 1);
  const slopes = new Float64Array(CELLS + 1).map((_, k) => width * atAngle(k * width));
  const distances = new Float64Array(CELLS);
  const masses = new Float64Array(CELLS);
  for (let k = 0; k < CELLS; k++) {
    const middle = (k + 0.5) * width;
    distances[k] = 2 * Math.sin(middle / 2);
    masses[k] = width * atAngle(middle);
    edges[k + 1] = edges[k]! + (slopes[k]! + 4 * masses[k]! + slopes[k + 1]!) / 6;
  }
  const sum = masses.reduce((all, mass) => all + mass, 0);
  return {
    edges: edges.map((edge) => edge / edges[CELLS]!),
    slopes,
    distances,
    masses: masses.map((mass) => mass / sum),
  };
}

/** The cubic through the values and slopes at both ends of a cell; `at` is counted in cells. */
function hermite(values: Float64Array, slopes: Float64Array, at: number): number {
  const cell = Math.min(CELLS - 1, Math.floor(at));
  const t = at - cell;
  const [v0, v1] = [values[cell]!, values[cell + 1]!];
  const rise = v1 - v0;
  const [s0, s1] = [slopes[cell]!, slopes[cell + 1]!];
  return v0 + t * (s0 + t * (3 * rise - 2 * s0 - s1 + t * (s0 + s1 - 2 * rise)));
}
