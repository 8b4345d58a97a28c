import { loadingText } from '#training/race/loadingText.ts';
import { isRecorded, type ViewsState } from './definition.ts';
import { STEPS } from './runs.ts';
import type { ViewsRun } from './viewsRun.ts';

/** Where the run that is shown comes from, how far it is, and what went wrong. */
export function statusText(state: ViewsState, run: ViewsRun): string {
  const { begun, race, status, step } = run;
  if (begun.value === undefined)
    return isRecorded(state)
      ? 'Recorded: sensible views, 256 images a batch, MLP, seed 1.'
      : `Nothing has run with these settings. “Train here” takes ${STEPS} steps on 8,000 digits without their labels.`;
  const failure = race.value.failure ?? race.value.lanes[0]?.failure;
  if (failure) return `${failure.reason.replace(/\.$/, '')}. “Train here” begins again.`;
  switch (status.value) {
    case 'loading':
      return `${loadingText(race.value.lanes[0]?.download)}.`;
    case 'running':
      return `Training here (${race.value.lanes[0]?.backend ?? ''}): step ${step.value} of ${STEPS}.`;
    case 'paused':
      return `Trained here. Paused at step ${step.value} of ${STEPS}.`;
    default:
      return 'Trained here, judged with fewer draws than the recording. Reset brings the recording back.';
  }
}
