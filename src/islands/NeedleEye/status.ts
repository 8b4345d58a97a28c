import { formatCount } from '#kit/figure/numberFormat.ts';
import { optimisers } from '#training/optimisers/registry.ts';
import { lookUp } from '#metric/lookUp.ts';
import { loadingText } from '#training/race/loadingText.ts';
import { type EyeState, isRecorded } from './definition.ts';
import type { EyeRun } from './eyeRun.ts';
import { type Choices, STEPS } from './runs.ts';
import { leftText } from '#training/race/timeLeft.ts';

const steps = formatCount(STEPS);

/** Settings in words. */
const choicesText = ({ dims, optimiser, seed }: Choices): string =>
  `${dims} dimensions, ${lookUp(optimisers, 'optimiser', optimiser).label}, seed ${seed}`;

function progressText({ step, left, race }: EyeRun): string {
  const wait = left.value === undefined ? '' : `, ${leftText(left.value)}`;
  const backend = race.value.lanes[0]?.backend ?? '';
  return `Training both here (${backend}): step ${formatCount(step.value)} of ${steps}${wait}.`;
}

/** Where these runs come from, how far they are, and what went wrong. */
export function statusText(state: EyeState, run: EyeRun): string {
  const { begun, status, isCurrent, race, step } = run;
  if (begun.value === undefined)
    return isRecorded(state)
      ? `Recorded: ${choicesText(state)}.`
      : `Nothing has run with these settings. “Run it yourself” trains both: ${choicesText(state)}, ${steps} steps each.`;
  if (race.value.failure) {
    const reason = race.value.failure.reason.replace(/\.$/, '');
    return `${reason}. The curves so far are kept; “Run it yourself” begins again.`;
  }
  if (!isCurrent.value) return 'The settings have changed: “Run it yourself” begins two new runs.';
  const lost = race.value.lanes.find(({ failure }) => failure)?.failure;
  if (lost) return `A run has diverged: ${lost.reason}.`;
  const own = `Trained here: ${choicesText(begun.value)}`;
  switch (status.value) {
    case 'loading':
      return `${loadingText(race.value.lanes[0]?.download)}.`;
    case 'running':
      return progressText(run);
    case 'paused':
      return `${own}. Paused at step ${formatCount(step.value)} of ${steps}.`;
    default:
      return `${own}. Reset brings the recording back.`;
  }
}
