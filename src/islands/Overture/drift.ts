import { LEVELS, type Moment, type Recording } from '#data/recordings/recordingFormat.ts';
import type { Point } from '#kit/plane/point.ts';

export const CLASSES = 10;

/** Where every digit is at one instant of the recording. */
export interface Instant {
  /** Across the view: -1 at its left edge, 1 at its right. */
  readonly xs: Float32Array;
  /** -1 at the lower edge, 1 at the upper. */
  readonly ys: Float32Array;
  /** Half the side of the view, in embedding units. */
  readonly extent: number;
}

/** The place of an instant (0 start, 1 end) among the recorded moments. */
const placeOf = ({ moments }: Recording, at: number) => at * (moments.length - 1);

/** The last recorded moment at or before an instant: the one that its numbers were measured on. */
export function momentIndexAt(recording: Recording, at: number): number {
  // A slider's value may lie a rounding error below the moment that it means.
  const index = Math.floor(placeOf(recording, at) + 1e-6);
  return Math.min(Math.max(index, 0), recording.moments.length - 1);
}

export const momentAt = (recording: Recording, at: number): Moment =>
  recording.moments[momentIndexAt(recording, at)]!;

/** The instant of the recorded moment number `index`. */
export const instantOfMoment = ({ moments }: Recording, index: number): number =>
  index / (moments.length - 1);

/**
 * Positions at an instant, exact at recorded moments and on a smooth curve (Catmull-Rom) between
 * them. Where a curve would swing out of the view it stays at the edge.
 */
export function positionsAt(recording: Recording, at: number): Instant {
  const { positions, labels, moments } = recording;
  const rows = labels.length;
  const last = moments.length - 1;
  const place = Math.min(last, Math.max(0, placeOf(recording, at)));
  const index = Math.min(last - 1, Math.floor(place));
  const t = place - index;
  const base = (k: number) => Math.min(last, Math.max(0, k)) * 2 * rows;
  const [a, b, c, d] = [base(index - 1), base(index), base(index + 1), base(index + 2)];
  const [t2, t3] = [t * t, t * t * t];
  const wa = (-t3 + 2 * t2 - t) / 2 / LEVELS;
  const wb = (3 * t3 - 5 * t2 + 2) / 2 / LEVELS;
  const wc = (-3 * t3 + 4 * t2 + t) / 2 / LEVELS;
  const wd = (t3 - t2) / 2 / LEVELS;
  const both = new Float32Array(2 * rows);
  for (let k = 0; k < both.length; k++) {
    const value =
      wa * positions[a + k]! +
      wb * positions[b + k]! +
      wc * positions[c + k]! +
      wd * positions[d + k]!;
    both[k] = Math.min(1, Math.max(-1, value));
  }
  const [before, after] = [moments[index]!.extent, moments[index + 1]!.extent];
  return {
    xs: both.subarray(0, rows),
    ys: both.subarray(rows),
    extent: before + (after - before) * t,
  };
}

const middle = (values: number[]): number => {
  values.sort((a, b) => a - b);
  const half = values.length >> 1;
  return values.length % 2 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
};

/** The median of each class, coordinate by coordinate, across the view. */
export function mediansOf({ xs, ys }: Instant, labels: Uint8Array): Point[] {
  const columns = Array.from({ length: CLASSES }, () => ({ x: [] as number[], y: [] as number[] }));
  labels.forEach((label, row) => {
    columns[label]!.x.push(xs[row]!);
    columns[label]!.y.push(ys[row]!);
  });
  return columns.map(({ x, y }) => ({ x: middle(x), y: middle(y) }));
}

/** Below the first distance to the nearest other median a label is unseen, from the second on whole. */
const LABEL_FADE = [0.12, 0.26] as const;

/** How clearly each class stands apart from the others, 0 to 1: how strongly its label shows. */
export function clarity(medians: readonly Point[]): number[] {
  const [from, to] = LABEL_FADE;
  return medians.map((a) => {
    const gap = Math.min(
      ...medians.filter((b) => b !== a).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
    );
    return Math.min(1, Math.max(0, (gap - from) / (to - from)));
  });
}
