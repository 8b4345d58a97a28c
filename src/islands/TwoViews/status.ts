import { loadingText } from '#training/race/loadingText.ts';
import { leftText } from '#training/race/timeLeft.ts';
import { isRecorded, type ViewsState } from './definition.ts';
import { STEPS } from './runs.ts';
import type { ViewsRun } from './viewsRun.ts';

/** Where the run that is shown comes from, how far it is, and what went wrong. */
export function statusText(state: ViewsState, run: ViewsRun): string {
  const { isCurrent, left, race, status, step } = run;
  if (!isCurrent.value)
    return isRecorded(state)
      ? 'Recorded: sensible views, 256 images a batch, MLP, seed 1.'
      : `“Run” trains for ${STEPS} steps on 8,000 digits without their labels, here in your browser.`;
  const failure = race.value.failure ?? race.value.lanes[0]?.failure;
  if (failure) return `${failure.reason.replace(/\.$/, '')}. “Run” begins again.`;
  switch (status.value) {
    case 'loading':
      return `${loadingText(race.value.lanes[0]?.download)}.`;
    case 'running':
      return `Training here (${race.value.lanes[0]?.backend ?? ''}): step ${step.value} of ${STEPS}${left.value === undefined ? '' : `, ${leftText(left.value)}`}.`;
    case 'paused':
      return `Trained here. Paused at step ${step.value} of ${STEPS}.`;
    default:
      return 'Trained here, judged with fewer draws than the recording. Reset brings the recording back.';
  }
}
