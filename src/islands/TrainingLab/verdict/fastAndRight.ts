import type { History } from '#training/run/history.ts';

/** What is asked for: so much k-NN accuracy on the held-out digits, within so many steps. */
const ACCURACY = 0.93;
const STEPS = 500;

/** Whether a run came to 0.93 within 500 steps, by all digits: of a few of them it may be luck. */
export const wasFastAndRight = ({ evaluations }: Pick<History, 'evaluations'>): boolean =>
  evaluations.some(
    ({ step, knnAccuracy, of }) => step <= STEPS && knnAccuracy >= ACCURACY && of === undefined,
  );
