import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { MNIST } from '#data/digits/digitSource.ts';
import { LazyRace } from '#training/race/lazyRace.ts';
import { NO_RACE, raceStatus, raceStep } from '#training/race/race.ts';
import { idleRun } from '#training/run/run.ts';
import { choicesOf, isSameRun, type ViewsState } from './definition.ts';
import type { Reading } from './recorded.ts';
import { type Choices, configOf, DIMS, STEPS } from './runs.ts';

/** Judging is to take a tenth of the time. */
const REST = 9;
/** Fewer than in the recording: it is judged while it trains. */
const EFFORT = { draws: 3, queries: 500 };

/** A run of the reader's own settings, judged by a few labels as it goes on. No DOM. */
export function createViewsRun(state: ReadonlySignal<ViewsState>) {
  const race = signal(NO_RACE);
  const begun = signal<Choices | undefined>(undefined);
  const readings = signal<readonly Reading[]>([]);
  /** From when on it may be judged again. */
  let free = 0;
  const judge = async (attempt: number) => {
    const { judgeFewLabels, shapeOf } = await import('./judge.ts');
    const lane = race.value.lanes[0];
    const frame = lane?.frames.at(-1);
    const labels = lane?.heldOut?.labels;
    if (attempt !== race.value.attempt || !frame || !labels) return;
    const { step, embedding: values } = frame;
    // Recall takes longest, and the worker counts it now and then: at the end, and a little before this.
    const recallAt1 = lane.history.evaluations.findLast((each) => each.step <= step)?.recallAt1;
    if (recallAt1 === undefined || (readings.value.at(-1)?.step ?? -1) >= step) return;
    const started = performance.now();
    const all = { values, rows: labels.length, dims: DIMS };
    const few = judgeFewLabels(all, labels, EFFORT);
    const reading = { step, few, recallAt1, ...shapeOf(all, labels) };
    const ended = performance.now();
    free = ended + REST * (ended - started);
    readings.value = [...readings.value, reading];
  };
  const training = new LazyRace((next) => {
    race.value = next;
    const isDue = performance.now() >= free || raceStatus(next) === 'finished';
    if (isDue && next.lanes[0]?.frames.length) void judge(next.attempt);
  });
  const status = computed(() => raceStatus(race.value));
  const isCurrent = computed(
    () => begun.value !== undefined && isSameRun(begun.value, choicesOf(state.value)),
  );
  return {
    race: race as ReadonlySignal<typeof race.value>,
    begun: begun as ReadonlySignal<Choices | undefined>,
    readings: readings as ReadonlySignal<readonly Reading[]>,
    status,
    isCurrent,
    step: computed(() => raceStep(race.value)),
    /** In milliseconds, as far as that is known; reckoned anew with every change of the race. */
    left: computed(() => race.value && training.left()),
    /** Goes on with the run that is shown, or begins one with the settings as they are. */
    run(): void {
      if (isCurrent.value && status.value === 'paused') {
        training.run();
        return;
      }
      const choices = choicesOf(state.value);
      begun.value = choices;
      readings.value = [];
      free = 0;
      void training.begin([idleRun(configOf(choices), MNIST)], STEPS);
    },
    pause: () => training.pause(),
    /** Forgets the run and ends its worker. */
    clear(): void {
      begun.value = undefined;
      readings.value = [];
      training.clear();
    },
  };
}

export type ViewsRun = ReturnType<typeof createViewsRun>;
