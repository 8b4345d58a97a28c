import { type DistanceName, distances } from '../distances/registry.ts';
import { lookUp } from '../lookUp.ts';
import type { ZoneShares } from '../zones.ts';
import { bisect } from './bisect.ts';
import type { SphereDistances } from './sphereDistances.ts';

/** What turns plain distances into a distance's units, and back. */
function unitsOf(name: DistanceName) {
  const { of, toLength } = lookUp(distances, 'distance', name);
  return {
    of: (plain: number) => of(plain * plain),
    toPlain: (distance: number) => (distance <= 0 ? 0 : toLength(distance)),
  };
}

/**
 * Of triplets with a random positive, how many are hard (d_an <= d_ap), semi-hard and easy
 * (d_an >= d_ap + margin), with the margin in the units of the named distance. The negatives have the
 * given probabilities at `sphere.distances`: `sphere.masses` for random ones, of which half are hard.
 * Distances from one anchor to two random points are independent, so the two densities are all it takes.
 */
export function zoneShares(
  sphere: SphereDistances,
  negatives: ArrayLike<number>,
  margin: number,
  distance: DistanceName,
): ZoneShares {
  const { of, toPlain } = unitsOf(distance);
  let [notHard, easy] = [0, 0];
  sphere.distances.forEach((dAN, k) => {
    notHard += negatives[k]! * sphere.cumulative(dAN);
    easy += negatives[k]! * sphere.cumulative(toPlain(of(dAN) - margin));
  });
  return { hard: 1 - notHard, semiHard: notHard - easy, easy };
}

/** The probability that d_an - d_ap is at most `gap`, both of them random, in the named units. */
export function gapCumulative(
  sphere: SphereDistances,
  gap: number,
  distance: DistanceName,
): number {
  const { of, toPlain } = unitsOf(distance);
  let sum = 0;
  sphere.distances.forEach((dAP, k) => {
    sum += sphere.masses[k]! * sphere.cumulative(toPlain(of(dAP) + gap));
  });
  return sum;
}

const HALVINGS = 30;

/** The width w such that a share of all differences d_an - d_ap lies between -w and w. */
export function gapWidth(sphere: SphereDistances, share: number, distance: DistanceName): number {
  const isBelow = (gap: number) => gapCumulative(sphere, gap, distance) < (1 + share) / 2;
  return bisect([0, unitsOf(distance).of(2)], HALVINGS, isBelow);
}
