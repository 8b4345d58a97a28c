/** A moment of a run: on the clock of `performance.now()`, and in its steps. */
export interface Lap {
  readonly at: number;
  readonly step: number;
}

/** How long a run still takes if it goes on as since `from`; undefined before its first step. */
export const millisecondsLeft = (from: Lap, now: Lap, steps: number): number | undefined =>
  now.step > from.step
    ? ((now.at - from.at) / (now.step - from.step)) * (steps - now.step)
    : undefined;

/** So long as a reader wants to know it. */
export function leftText(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 90) return `about ${Math.max(5, 5 * Math.round(seconds / 5))} s left`;
  return `about ${Math.round(seconds / 60)} min left`;
}
