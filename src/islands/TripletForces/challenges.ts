import { length, type Point, subtract } from '#kit/plane/point.ts';
import { measureTriplet, type TripletQuantities, type TripletState } from '#kit/plane/triplet.ts';

/** What two decimals cannot tell apart. */
const ROUNDING = 0.005;
/** Points nearer than that look like one, and smaller margins like none. */
const DISTINCT = 0.05;

const areApart = (one: Point, other: Point) => length(subtract(one, other)) >= DISTINCT;

/** Whether three distinct points cost just the margin, as a collapse does. */
export const costsTheMargin = (
  { anchor, positive, negative, margin }: TripletState,
  { loss }: Pick<TripletQuantities, 'loss'>,
): boolean =>
  margin >= DISTINCT &&
  areApart(anchor, positive) &&
  areApart(anchor, negative) &&
  areApart(positive, negative) &&
  Math.abs(loss - margin) < ROUNDING;

/** Whether the same three points are semi-hard by squared distances and easy by plain ones. */
export const isInTwoZones = (state: TripletState): boolean =>
  measureTriplet({ ...state, squared: true }).zone === 'semi-hard' &&
  measureTriplet({ ...state, squared: false }).zone === 'easy';
