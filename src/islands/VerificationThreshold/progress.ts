/** The most that training may take, in seconds. */
export const SECONDS = 30;

/** How far the training of the reader's own network is. */
export interface Progress {
  readonly phase: 'loading' | 'training' | 'judging';
  readonly step: number;
  readonly seconds: number;
  readonly secondsLeft: number;
  /** Equal error rate on the calibration people, from time to time. */
  readonly eer: number | undefined;
}

export const AT_FIRST: Progress = {
  phase: 'loading',
  step: 0,
  seconds: 0,
  secondsLeft: SECONDS,
  eer: undefined,
};
