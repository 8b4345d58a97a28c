import { classSoftmax } from '#metric/proxies/classSoftmax.ts';
import { turnedIn } from './circle.ts';
import { type ClassState, classOf, ownCosineOf, rowsOf } from './measure.ts';
import type { Arc, Regions } from './regions.ts';

/** What a sample meets as its angle θ to its own class vector grows from 0 to π. */
export interface Way {
  /** Counter-clockwise or clockwise: the way on which the sample stands. */
  readonly direction: 1 | -1;
  /** The θ from which on another class vector is nearer; undefined where none ever is. */
  readonly boundary: number | undefined;
  /** From which θ to which the margin keeps clear, around the boundary. */
  readonly wedge: Arc | undefined;
}

const TURN = 2 * Math.PI;
const turnUp = (angle: number) => ((angle % TURN) + TURN) % TURN;
const within = (theta: number) => Math.min(Math.PI, Math.max(0, theta));

/** The way of the chosen sample. */
export function wayOf(
  { samples, vectors, chosen }: ClassState,
  { boundaries, wedges }: Regions,
): Way {
  const vector = vectors[classOf(chosen)]!;
  const direction = turnedIn(samples[chosen]! - vector) < 0 ? -1 : 1;
  const met = boundaries.map((angle) => turnUp(direction * (angle - vector)));
  const boundary = Math.min(...met);
  if (boundary > Math.PI) return { direction, boundary: undefined, wedge: undefined };
  const at = vector + direction * boundary;
  const wedge = wedges.find(({ from, to }) => turnUp(at - from) <= to - from);
  if (!wedge) return { direction, boundary, wedge };
  const width = wedge.to - wedge.from;
  const before = turnUp(direction * (at - (direction > 0 ? wedge.from : wedge.to)));
  const from = boundary - before;
  return { direction, boundary, wedge: { from: within(from), to: within(from + width) } };
}

/** What the chosen sample would cost at angles to its class vector, on one of its ways. */
export function lossesAlong(
  state: ClassState,
  direction: 1 | -1,
  thetas: readonly number[],
): Float64Array {
  const own = classOf(state.chosen);
  const vector = state.vectors[own]!;
  return classSoftmax(
    { ...rowsOf(thetas.map((theta) => vector + direction * theta)), own: thetas.map(() => own) },
    rowsOf(state.vectors),
    { scale: state.scale, ownCosine: ownCosineOf(state) },
  ).losses;
}
