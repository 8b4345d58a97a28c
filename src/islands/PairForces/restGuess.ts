import { formatNumber } from '#kit/figure/numberFormat.ts';
import { add, length, type Point, scale, subtract } from '#kit/plane/point.ts';
import { atDistance } from '#kit/plane/ray.ts';
import type { PairState } from './definition.ts';

/** A ring that touches the point is a hit. */
const TOLERANCE = 0.1;
/** So far from the margin a pair does not stop by itself. */
const HELD_BACK = 0.01;

/** Where a guess begins: beside the line through both points, where j cannot come to rest. */
export function besideLine({ i, j }: Pick<PairState, 'i' | 'j'>): Point {
  const { x, y } = subtract(atDistance(i, j, 0.5), i);
  return add(j, { x: y, y: -x });
}

/**
 * What a guess at the place where j comes to rest tells, for a dissimilar pair that was let go and
 * has come to rest.
 */
export function tellRest(before: PairState, guess: Point, after: PairState): string {
  const miss = subtract(guess, after.j);
  const went = length(subtract(after.j, before.j));
  if (length(miss) <= TOLERANCE) return tellHit(went);
  const wholeWay = atDistance(before.i, before.j, before.margin);
  if (went > TOLERANCE && length(subtract(guess, wholeWay)) <= TOLERANCE)
    return `This is a margin away from where i was. But i is pushed too, as hard: j goes half of what the distance lacks, ${formatNumber(went)} here, and i the other half.`;
  const apart = length(subtract(after.j, after.i));
  if (apart < before.margin - HELD_BACK)
    return `The edge of the plane stopped j at d = ${formatNumber(apart)}, short of the margin ${formatNumber(before.margin)}.`;
  const along = subtract(atDistance(after.i, after.j, 1), after.i);
  const beyond = miss.x * along.x + miss.y * along.y;
  const beside = length(subtract(miss, scale(along, beyond)));
  const by = formatNumber(length(miss));
  if (beside > Math.abs(beyond))
    return `Beside it, by ${by}: the push acts along the line through both points, so j leaves that line to neither side.`;
  return beyond > 0
    ? `Too far, by ${by}: at d = m the push is zero, and beyond it there is none to carry j on.`
    : `Too near, by ${by}: as long as d is less than m, both points are pushed.`;
}

const tellHit = (went: number): string =>
  went === 0
    ? 'Right: it stays where it is. Beyond the margin nothing pushes.'
    : `Right: i and j are pushed alike, so j goes half of what the distance lacked, ${formatNumber(went)}, and i the other half.`;
