import type { Picture } from '../service/contract.ts';

/** Where things lay after `step` steps. */
export interface Frame extends Picture {
  readonly step: number;
}

/** 2,000 samples take 16 kB a frame on the plane, 128 kB in 16 dimensions: 2 to 16 MB in all, however long the run. */
export const MOST_FRAMES = 128;

/** Adds the newest frame. Beyond the most, the one goes whose neighbours are nearest to each other. */
export function addFrame(frames: readonly Frame[], next: Frame): readonly Frame[] {
  const earlier = frames.filter(({ step }) => step < next.step);
  const all = [...earlier, next];
  if (all.length <= MOST_FRAMES) return all;
  const gapWithout = (index: number) => all[index + 1]!.step - all[index - 1]!.step;
  let least = 1;
  for (let index = 2; index < all.length - 1; index++)
    if (gapWithout(index) < gapWithout(least)) least = index;
  return all.toSpliced(least, 1);
}

/** The last frame that is not later than a step, or else the first. */
export const frameAt = (frames: readonly Frame[], step: number): Frame | undefined =>
  frames.findLast((frame) => frame.step <= step) ?? frames[0];

/** A whole run is replayed in so many seconds. */
export const REPLAY_SECONDS = 8;

/**
 * The frame that a replay from a step on shows after so many seconds, each frame as long as the next:
 * they lie closest where most happens. Undefined at the end, where the present begins.
 */
export function replayed(
  frames: readonly Frame[],
  from: number,
  seconds: number,
): Frame | undefined {
  const first = Math.max(
    0,
    frames.findLastIndex(({ step }) => step <= from),
  );
  const index = first + Math.floor((seconds * frames.length) / REPLAY_SECONDS);
  return index < frames.length - 1 ? frames[index] : undefined;
}
