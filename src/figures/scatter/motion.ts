import { between, classMedians, fitView, type View } from './embeddingView.ts';

const CLASSES = 10;
/** A picture moves on for as long as the last one took to come, within these bounds (ms). */
const SHORTEST = 60;
const LONGEST = 300;

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
    arrive(
      snapshot: { points: Float32Array; labels: Uint8Array; smallestHalf: number; still: boolean },
      now: number,
    ): void {
      from = at(now);
      to = {
        points: snapshot.points,
        medians: classMedians(snapshot.points, snapshot.labels, CLASSES),
        view: fitView(snapshot.points, snapshot.smallestHalf),
      };
      duration = from && !snapshot.still ? Math.min(LONGEST, Math.max(SHORTEST, now - arrived)) : 0;
      arrived = now;
    },
    isMoving: (now: number): boolean => now - arrived < duration,
    clear(): void {
      from = undefined;
      to = undefined;
    },
  };
}
