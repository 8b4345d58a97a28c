import { tripletLoss, type Zone } from '#metric/tripletLoss.ts';
import { formatNumber } from '../figure/numberFormat.ts';
import { type Point, toVector } from './point.ts';

/** One triplet of a figure: where its three points are, what they are called, how its loss is taken. */
export interface Triplet {
  readonly anchor: Point;
  readonly positive: Point;
  readonly negative: Point;
  /** The three names, as the drawing has them; digits at the end are a subscript: `['a', 'p', 'n3']`. */
  readonly names: readonly [anchor: string, positive: string, negative: string];
  readonly margin: number;
  readonly squared: boolean;
}

/** One of the three points, with the gradient of the loss with respect to it. */
export interface InspectedPoint {
  readonly role: 'anchor' | 'positive' | 'negative';
  readonly name: string;
  readonly at: Point;
  readonly gradient: Point;
}

/** Everything there is to know of one triplet. */
export interface TripletInspection {
  readonly points: readonly InspectedPoint[];
  readonly dAP: number;
  readonly dAN: number;
  readonly zone: Zone;
  readonly loss: number;
  /** The loss with its numbers plugged in. */
  readonly sum: string;
}

const toPoint = (vector: Float64Array): Point => ({ x: vector[0] ?? 0, y: vector[1] ?? 0 });

export function inspectTriplet(triplet: Triplet): TripletInspection {
  const { anchor, positive, negative, names, margin } = triplet;
  const result = tripletLoss(toVector(anchor), toVector(positive), toVector(negative), triplet);
  const { dAP, dAN, zone, loss, gradA, gradP, gradN } = result;
  const [dAPText, dANText, marginText] = [dAP, dAN, margin].map((value) => formatNumber(value));
  return {
    points: [
      { role: 'anchor', name: names[0], at: anchor, gradient: toPoint(gradA) },
      { role: 'positive', name: names[1], at: positive, gradient: toPoint(gradP) },
      { role: 'negative', name: names[2], at: negative, gradient: toPoint(gradN) },
    ],
    dAP,
    dAN,
    zone,
    loss,
    sum: `max(0, ${dAPText} − ${dANText} + ${marginText}) = ${formatNumber(loss)}`,
  };
}
