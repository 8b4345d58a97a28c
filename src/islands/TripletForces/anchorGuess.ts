import { length, type Point, subtract } from '#kit/plane/point.ts';
import type { TripletState } from '#kit/plane/triplet.ts';

/** An arrow that points within so many degrees is a hit. */
const TOLERANCE = 20;

const angleOf = ({ x, y }: Point): number => Math.atan2(y, x);

/** Degrees between two directions, 0 to 180. */
export function degreesBetween(one: number, other: number): number {
  const turn = Math.abs(one - other) % (2 * Math.PI);
  return (Math.min(turn, 2 * Math.PI - turn) * 180) / Math.PI;
}

/** Where the anchor set off to, as an angle; undefined where it did not move. */
export function departure(before: TripletState, after: TripletState): number | undefined {
  const way = subtract(after.anchor, before.anchor);
  return length(way) === 0 ? undefined : angleOf(way);
}

const SQUARED =
  'With squared distances pull and push are as long as the distances, and add up to the direction from n to p, wherever a is.';
const PLAIN =
  'With plain distances pull and push are equally strong: a sets off half-way between towards p and away from n.';

/** What a guess at the anchor's direction tells, the descent having set off into another, or none. */
export function tellAnchor(
  { anchor, positive, negative, squared }: TripletState,
  guess: number,
  truth: number | undefined,
): string {
  if (truth === undefined) return 'It stays: the margin holds, and there is no force.';
  const why = squared ? SQUARED : PLAIN;
  const off = degreesBetween(guess, truth);
  if (off <= TOLERANCE) return `Right, within ${Math.ceil(off)}°. ${why}`;
  const isNear = (way: Point) =>
    length(way) > 0 && degreesBetween(guess, angleOf(way)) <= TOLERANCE;
  const by = `${Math.round(off)}° off.`;
  if (isNear(subtract(positive, anchor)))
    return `${by} That is the pull of p alone; n pushes a as well. ${why}`;
  if (isNear(subtract(anchor, negative)))
    return `${by} That is the push of n alone; p pulls a as well. ${why}`;
  return `${by} ${why}`;
}
