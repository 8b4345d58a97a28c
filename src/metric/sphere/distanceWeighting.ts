import type { SphereDistances } from './sphereDistances.ts';

/**
 * Where the weights of distance-weighted sampling (Wu et al. 2017) end, in plain distances. The paper
 * clips the inverse density at a λ that it does not name; its authors' code takes distances below 0.5
 * as 0.5, which is λ = 1/q(0.5). Beyond 1.4 their margin-based loss is zero (β + α = 1.2 + 0.2), and
 * nothing is drawn.
 */
export const WEIGHT_ENDS = { clip: 0.5, last: 1.4 } as const satisfies WeightEnds;

/** Rarer distances than one in so many batches do not count. */
const RAREST = 1e-13;
/** The steps of ln t in the integral below, and how far it reaches: smooth, so that few are enough. */
const STEP = 0.25;
const REACH = { below: 30, above: 4 } as const;

/** What distance-weighted sampling draws from a batch of random points. */
export interface Drawn {
  /** The probabilities of the drawn negative at `sphere.distances`, given that there is one: sum 1. */
  readonly masses: Float64Array;
  /** The probability that no negative of the batch is nearer than 1.4, so that none has a weight. */
  readonly nothing: number;
}

/** Where weights end, in plain distances. */
export interface WeightEnds {
  /** Nearer ones weigh as much as this. */
  readonly clip: number;
  /** From here on nothing is drawn. */
  readonly last: number;
}

/**
 * ln of the weight of a negative at a squared distance, up to a constant: minus the logarithm of the
 * density of distances on the unit sphere. -∞ where it has none: from `last` on, and where the density is
 * 0 or infinite.
 */
export function logWeight(square: number, dimensions: number, { clip, last }: WeightEnds): number {
  if (!(square < last ** 2) || clip >= last) return Number.NEGATIVE_INFINITY;
  const clipped = Math.max(square, clip ** 2);
  const weight =
    ((2 - dimensions) * Math.log(clipped) - (dimensions - 3) * Math.log(1 - clipped / 4)) / 2;
  return Number.isFinite(weight) ? weight : Number.NEGATIVE_INFINITY;
}

/**
 * Which of `negatives` random points distance-weighted sampling draws, each with a probability
 * proportional to its weight w. With W the sum of all weights, w/W = ∫ w exp(-tW) dt: for independent
 * points that is an integral of w exp(-tw) φ(t)^(negatives - 1) with φ(t) the mean of exp(-tw). So the
 * mean over all batches is exact, and nothing is sampled. Throws unless `negatives` is a whole number
 * of at least 1.
 */
export function drawByDistance(sphere: SphereDistances, negatives: number): Drawn {
  if (!Number.isInteger(negatives) || negatives < 1)
    throw new RangeError(`a batch has a whole number of negatives, 1 or more, not ${negatives}`);
  const logs = sphere.distances.map((distance) =>
    logWeight(distance ** 2, sphere.dimensions, WEIGHT_ENDS),
  );
  const cells = [...logs.keys()].filter(
    (k) => logs[k]! > Number.NEGATIVE_INFINITY && sphere.masses[k]! * negatives > RAREST,
  );
  const weighted = sphere.cumulative(WEIGHT_ENDS.last);
  // The last weight ends within a cell: together they have what is nearer.
  const share = weighted / cells.reduce((sum, k) => sum + sphere.masses[k]!, 0);
  const of = sphere.masses.map((mass) => share * mass);
  const [least, most] = [Math.min, Math.max].map((end) => end(...cells.map((k) => logs[k]!)));
  const masses = new Float64Array(logs.length);
  const tw = new Float64Array(cells.length);
  const kept = new Float64Array(cells.length);
  for (let at = -most! - REACH.below; at <= -least! + REACH.above; at += STEP) {
    let phi = 1 - weighted;
    cells.forEach((k, cell) => {
      tw[cell] = Math.exp(logs[k]! + at);
      kept[cell] = of[k]! * Math.exp(-tw[cell]!);
      phi += kept[cell]!;
    });
    const others = STEP * phi ** (negatives - 1);
    cells.forEach((k, cell) => {
      masses[k]! += negatives * tw[cell]! * kept[cell]! * others;
    });
  }
  const nothing = (1 - weighted) ** negatives;
  return { masses: masses.map((mass) => mass / (1 - nothing)), nothing };
}
