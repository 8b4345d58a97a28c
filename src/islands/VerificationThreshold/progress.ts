import { formatCount } from '#kit/figure/numberFormat.ts';
import { percent } from './definition.ts';

/** The most that training and judging may take together, from the press on, in seconds. */
export const SECONDS = { faces: 30, digits: 15 } as const;

/** How far the training of the reader's own network is. */
export interface Progress {
  readonly phase: 'starting' | 'training' | 'judging';
  /** While it trains: the step, and from time to time the equal error rate on the calibration people. */
  readonly step?: number;
  readonly eer?: number | undefined;
  /** When the button was pressed and when all will be done, on the clock of `performance.now()`. */
  readonly beganAt: number;
  readonly endsAt: number;
}

const TELLING: Readonly<Record<Progress['phase'], (progress: Progress) => string>> = {
  starting: () => 'Getting the pictures ready',
  training: ({ step = 0, eer }) =>
    `Step ${formatCount(step)}${eer === undefined ? '' : `, equal errors at ${percent(eer)} of the calibration pairs`}`,
  judging: () => 'Judging',
};

/** What is going on at a time, and how long it will be. */
export function tellProgress(progress: Progress, now: number): string {
  const left = Math.ceil((progress.endsAt - now) / 1000);
  const wait = left > 0 ? `${left} s left` : 'longer than expected';
  return `${TELLING[progress.phase](progress)}; ${wait}`;
}

/** How much of its time has passed, from 0 to 1. */
export const passed = ({ beganAt, endsAt }: Progress, now: number): number =>
  Math.min(1, Math.max(0, (now - beganAt) / (endsAt - beganAt)));
