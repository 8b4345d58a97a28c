import { plain } from './distances/plain.ts';
import { squared } from './distances/squared.ts';
import { checkMargin } from './margin.ts';
import { squaredDistance } from './pairwise.ts';
import { type Zone, zoneOf } from './zones.ts';

export { type Zone, zoneOf };

/** The loss of one triplet, its distances (squared if so asked) and its gradient. */
export interface TripletLoss {
  readonly loss: number;
  /** d_ap - d_an + margin, before the max with 0. */
  readonly hinge: number;
  readonly dAP: number;
  readonly dAN: number;
  readonly zone: Zone;
  readonly gradA: Float64Array;
  readonly gradP: Float64Array;
  readonly gradN: Float64Array;
}

export interface TripletOptions {
  /** In squared units when `squared`. */
  readonly margin: number;
  readonly squared: boolean;
}

/**
 * max(0, d_ap - d_an + margin), with squared distances as in FaceNet or plain ones as in Hermans
 * et al. 2017. The gradient is zero at the kink, and a plain distance of zero pulls nowhere.
 * Throws when the points differ in dimension or the margin is negative or not finite.
 */
export function tripletLoss(
  a: ArrayLike<number>,
  p: ArrayLike<number>,
  n: ArrayLike<number>,
  options: TripletOptions,
): TripletLoss {
  if (a.length !== p.length || a.length !== n.length || a.length === 0)
    throw new RangeError(
      `the three points need the same dimensions, at least one, not ${a.length}, ${p.length} and ${n.length}`,
    );
  const { margin } = options;
  checkMargin(margin);
  const distance = options.squared ? squared : plain;

  const dAP = distance.of(squaredDistance(a, p));
  const dAN = distance.of(squaredDistance(a, n));
  const hinge = dAP - dAN + margin;
  // An easy triplet stays put; a NaN is not easy, so it shows in the gradient too.
  const active = hinge <= 0 ? 0 : 1;
  const slopeP = active * distance.slope(dAP);
  const slopeN = active * distance.slope(dAN);
  const gradP = Float64Array.from(a, (value, d) => slopeP * (p[d]! - value));
  const gradN = Float64Array.from(a, (value, d) => slopeN * (value - n[d]!));
  const gradA = gradP.map((value, d) => -value - gradN[d]!);
  return {
    loss: Math.max(0, hinge),
    hinge,
    dAP,
    dAN,
    zone: zoneOf(dAP, dAN, margin),
    gradA,
    gradP,
    gradN,
  };
}
