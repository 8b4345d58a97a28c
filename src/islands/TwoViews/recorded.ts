import type { FewLabels } from './few.ts';
import type { Shape } from './judge.ts';

/** What is known of a run at a step that was judged. */
export interface Reading extends Shape {
  readonly step: number;
  readonly few: FewLabels;
  readonly recallAt1: number;
}

/** What came with the recording besides its pictures (scripts/record-views.ts). */
export interface RecordedReadings {
  readonly readings: readonly Reading[];
}

/** The last of some readings until a step. */
export const readingAt = (readings: readonly Reading[], step: number): Reading | undefined =>
  readings.findLast((reading) => reading.step <= step);
