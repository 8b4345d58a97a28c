import { rememberLast } from '#kit/figure/rememberLast.ts';
import { inspectTriplet, type TripletInspection } from '#kit/plane/inspectTriplet.ts';
import { length, type Point, scale, toVector } from '#kit/plane/point.ts';
import { meanNonzero } from '#metric/reducers/meanNonzero.ts';
import { tripletLoss, type Zone } from '#metric/tripletLoss.ts';

export const NEGATIVES = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7'] as const;
export type NegativeName = (typeof NEGATIVES)[number];

/** One anchor and one positive, and every triplet that they form with the negatives. */
export interface SorterState extends Readonly<Record<NegativeName, Point>> {
  readonly positive: Point;
  readonly margin: number;
  readonly squared: boolean;
  /** The negative of the triplet that is shown in full. */
  readonly inspected: NegativeName;
}

interface SortedTriplet {
  readonly name: NegativeName;
  readonly dAN: number;
  readonly zone: Zone;
  readonly loss: number;
}

export interface SorterQuantities {
  readonly dAP: number;
  /** d_ap + m, where easy negatives begin. */
  readonly boundary: number;
  readonly triplets: Readonly<Record<NegativeName, SortedTriplet>>;
  /** The triplet that is shown in full. */
  readonly inspected: TripletInspection;
  readonly counts: Readonly<Record<Zone, number>>;
  /** The mean over the triplets with positive loss. */
  readonly meanLoss: number;
  readonly activeShare: number;
}

/** The anchor stays in the middle: only distances from it count. */
export const ANCHOR: Point = { x: 0, y: 0 };

const evaluate = (state: SorterState, name: NegativeName) =>
  tripletLoss(toVector(ANCHOR), toVector(state.positive), toVector(state[name]), state);

export const sorterQuantities = rememberLast((state: SorterState): SorterQuantities => {
  const counts: Record<Zone, number> = { easy: 0, 'semi-hard': 0, hard: 0 };
  const triplets: Partial<Record<NegativeName, SortedTriplet>> = {};
  let sum = 0;
  let active = 0;
  for (const name of NEGATIVES) {
    const { dAN, zone, loss } = evaluate(state, name);
    triplets[name] = { name, dAN, zone, loss };
    counts[zone]++;
    sum += loss;
    if (loss > 0) active++;
  }
  const selected = NEGATIVES.length;
  const divisor = meanNonzero.divisor({ selected, active });
  const inspected = inspectTriplet({
    anchor: ANCHOR,
    positive: state.positive,
    negative: state[state.inspected],
    names: ['a', 'p', state.inspected],
    margin: state.margin,
    squared: state.squared,
  });
  return {
    dAP: inspected.dAP,
    boundary: inspected.dAP + state.margin,
    triplets: triplets as Record<NegativeName, SortedTriplet>,
    inspected,
    counts,
    meanLoss: divisor === 0 ? 0 : sum / divisor,
    activeShare: active / selected,
  };
});

/** What a negative is at the moment, for the style sheet. */
export function stateOf(
  { inspected }: SorterState,
  { triplets }: SorterQuantities,
  name: NegativeName,
): string {
  return name === inspected ? `${triplets[name].zone} inspected` : triplets[name].zone;
}

/** A distance as the loss has it, from the plain distance that the plane shows, and back. */
export const toLossUnits = (plain: number, squared: boolean) => (squared ? plain ** 2 : plain);
export const toPlain = (distance: number, squared: boolean) =>
  squared ? Math.sqrt(distance) : distance;

/**
 * The point at a distance from the anchor, on the ray through `through`; through `home` when that
 * is the anchor itself and so has no ray.
 */
export function onRay(through: Point, home: Point, distance: number, squared: boolean): Point {
  const direction = length(through) > 0 ? through : home;
  return scale(direction, toPlain(distance, squared) / length(direction));
}

/** Distances this close to a border, in the loss's units, differ from it by rounding only. */
const TIE = 1e-14;
/** Enough to get past that rounding, and nothing that a reader could see. */
const NUDGE = 1e-12;

/**
 * Puts every negative that stands on a border, up to rounding, on the border's closed side: 0.70 is
 * easy for d_ap = 0.40 and m = 0.30, though 0.70 - 0.40 < 0.30 in floating point.
 */
export function settle(state: SorterState): SorterState {
  let settled = state;
  for (const name of NEGATIVES) {
    const { dAP, dAN, zone } = evaluate(state, name);
    const gap = dAN - dAP;
    if (Math.abs(gap - state.margin) < TIE && zone !== 'easy')
      settled = { ...settled, [name]: scale(state[name], 1 + NUDGE) };
    else if (Math.abs(gap) < TIE && zone === 'semi-hard')
      settled = { ...settled, [name]: scale(state[name], 1 - NUDGE) };
  }
  return settled;
}
