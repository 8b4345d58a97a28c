import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatCount } from '#kit/figure/numberFormat.ts';
import { Spoken } from '#kit/figure/Spoken.tsx';
import { loadingText } from '#training/race/loadingText.ts';
import { namesOf, type RaceState } from './definition.ts';
import type { RaceControl } from './race.ts';

interface RaceNoticesProps {
  readonly race: RaceControl;
  readonly state: ReadonlySignal<RaceState>;
  /** Whether a recorded race is shown. */
  readonly isStill: ReadonlySignal<boolean>;
}

/** What is shown before the reader's own race, and what Run will do. */
const beforehand = ({ lanes, steps, seed }: RaceState, isStill: boolean): string =>
  isStill
    ? 'A recorded race. Run starts one of your own with the same settings.'
    : `Nothing has run with these settings. Run starts ${lanes} lanes from seed ${seed}, for ${formatCount(steps)} steps each.`;

/** How the race is computed. */
const computedBy = ({ workers, backend }: RaceControl): string =>
  workers.value > 1
    ? `Computed by ${backend.value}, one worker a lane. After every ten steps they wait for each other.`
    : `Computed by ${backend.value}, the lanes in turn: this device has too few cores for a worker each.`;

/** What went wrong with single lanes or with all. */
function troubles({ fallbacks, lanes, raced, failure }: RaceControl): readonly string[] {
  const sentences: string[] = [];
  lanes.value.forEach(({ diverged }, index) => {
    if (diverged && raced.value)
      sentences.push(
        `${namesOf(raced.value)[index]} has diverged: ${diverged}. Its curves are kept; a smaller learning rate helps.`,
      );
  });
  if (fallbacks.value.length > 0)
    sentences.push(`Not every way of computing worked: ${fallbacks.value.join(', ')}.`);
  if (failure.value) {
    const reason = failure.value.reason.replace(/\.$/, '');
    sentences.push(`${reason}. The curves so far are kept; Run begins the same race again.`);
  }
  return sentences;
}

/** What is shown, what is being waited for, how the race is computed, and what went wrong. */
export function RaceNotices({ race, state, isStill }: RaceNoticesProps) {
  const { status, download, lanes, raced, isCurrent, failure } = race;
  const lines = useComputed((): readonly string[] => {
    if (raced.value === undefined) return [beforehand(state.value, isStill.value)];
    const sentences = [...troubles(race)];
    if (!isCurrent.value && !failure.value)
      sentences.push('The settings have changed: Run begins a new race with them.');
    else if (status.value === 'loading') sentences.push(loadingText(download.value));
    else if (lanes.value.length > 0) sentences.push(computedBy(race));
    return sentences;
  });
  return (
    <div class="figure-verdict race-notices">
      {useComputed(() => lines.value.map((line) => <p key={line}>{line}</p>))}
      <Spoken
        text={useComputed(() => lines.value.join(' '))}
        moving={useComputed(() => status.value === 'loading')}
      />
    </div>
  );
}
