import {
  between,
  classMedians,
  type Dims,
  fitView,
  UNIT_VIEW,
  type View,
} from './embeddingView.ts';

/** A picture moves on for as long as the last one took to come, within these bounds (ms). */
const SHORTEST = 60;
const LONGEST = 300;
/** A trail goes back over so many snapshots, and is gone so long (ms) after the last one came. */
const TRAIL = 4;
const TRAIL_FADES = 1500;

/** Points as they are to be seen. */
export interface Cloud {
  /** Row-major, `dims` numbers each. */
  readonly points: Float32Array;
  readonly dims: Dims;
  readonly labels: ArrayLike<number>;
  /** How many classes there are: labels lie below. */
  readonly classes: number;
  /** Whether all have length 1: then the view is that of the circle or the sphere. */
  readonly isUnit: boolean;
}

export interface Arrival {
  /** The view reaches at least so far to each side. */
  readonly smallestHalf: number;
  /** Without motion, nor trails. */
  readonly still: boolean;
}

/** What is to be drawn at one moment: the points, the medians of their classes, and the view. */
export interface Scene {
  readonly points: Float32Array;
  readonly medians: Float32Array;
  readonly view: View;
}

const mix = (from: Float32Array, to: Float32Array, share: number): Float32Array =>
  share === 1 ? to : to.map((value, index) => from[index]! + share * (value - from[index]!));

/** Carries the points smoothly from one snapshot of the embedding to the next. */
export function createMotion() {
  let from: Scene | undefined;
  let to: Scene | undefined;
  let arrived = 0;
  let duration = 0;
  let trail: readonly Float32Array[] = [];

  function at(now: number): Scene | undefined {
    if (!from || !to) return to;
    const share = duration > 0 ? Math.min(1, (now - arrived) / duration) : 1;
    return {
      points: mix(from.points, to.points, share),
      medians: mix(from.medians, to.medians, share),
      view: between(from.view, to.view, share),
    };
  }

  return {
    at,
    arrive({ points, dims, labels, classes, isUnit }: Cloud, arrival: Arrival, now: number): void {
      const goesOn = to?.points.length === points.length;
      from = goesOn ? at(now) : undefined;
      trail = goesOn && !arrival.still ? [...trail, to!.points].slice(-TRAIL) : [];
      to = {
        points,
        medians: classMedians(points, labels, classes, dims),
        view: isUnit ? UNIT_VIEW : fitView(points, arrival.smallestHalf, dims),
      };
      duration = from && !arrival.still ? Math.min(LONGEST, Math.max(SHORTEST, now - arrived)) : 0;
      arrived = now;
    },
    isMoving: (now: number): boolean => now - arrived < duration,
    /** Where the points were before, the oldest first, and how much of that is still to be seen. */
    trail: (now: number): { past: readonly Float32Array[]; strength: number } => ({
      past: trail,
      strength: trail.length > 0 ? Math.max(0, 1 - (now - arrived) / TRAIL_FADES) : 0,
    }),
    clear(): void {
      from = undefined;
      to = undefined;
      trail = [];
    },
  };
}
