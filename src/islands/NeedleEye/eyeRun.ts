import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { MNIST } from '#data/digits/digitSource.ts';
import { LazyRace } from '#training/race/lazyRace.ts';
import { NO_RACE, raceStatus, raceStep } from '#training/race/race.ts';
import { idleRun } from '#training/run/run.ts';
import { isSameRun } from './definition.ts';
import { type Choices, configOf, DISTANCES, STEPS } from './runs.ts';

/** Both runs, trained here in step from the reader's own settings. No DOM. */
export function createEyeRun(state: ReadonlySignal<Choices>) {
  const race = signal(NO_RACE);
  /** What the runs that are shown were started with. */
  const begun = signal<Choices | undefined>(undefined);
  const training = new LazyRace((next) => {
    race.value = next;
  });
  const status = computed(() => raceStatus(race.value));
  const isCurrent = computed(
    () => begun.value !== undefined && isSameRun(begun.value, state.value),
  );
  return {
    race: race as ReadonlySignal<typeof race.value>,
    begun: begun as ReadonlySignal<Choices | undefined>,
    status,
    isCurrent,
    step: computed(() => raceStep(race.value)),
    /** In milliseconds, as far as that is known; reckoned anew with every change of the race. */
    left: computed(() => race.value && training.left()),
    /** Goes on with the runs that are shown, or begins two with the settings as they are. */
    run(): void {
      if (isCurrent.value && status.value === 'paused') {
        training.run();
        return;
      }
      const { dims, optimiser, seed } = state.value;
      const choices = { dims, optimiser, seed };
      begun.value = choices;
      const lanes = DISTANCES.map((distance) => idleRun(configOf(distance, choices), MNIST));
      void training.begin(lanes, STEPS);
    },
    pause: () => training.pause(),
    /** Forgets the runs and ends their workers. */
    clear(): void {
      begun.value = undefined;
      training.clear();
    },
  };
}

export type EyeRun = ReturnType<typeof createEyeRun>;
