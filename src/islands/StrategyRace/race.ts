import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { MNIST } from '#data/digits/digitSource.ts';
import { LazyRace } from '#training/race/lazyRace.ts';
import { NO_RACE, type Race, raceStatus, raceStep } from '#training/race/race.ts';
import { idleRun, type Run } from '#training/run/run.ts';
import { isSameRace, lanesOf, type RaceState } from './definition.ts';
import { configOf } from './lane.ts';
import { progressOf } from './laneProgress.ts';

/** What the figure shows of a race: each part changes only when what it shows does. */
const viewsOf = (race: ReadonlySignal<Race>) => {
  const first = computed(() => race.value.lanes[0]);
  return {
    status: computed(() => raceStatus(race.value)),
    lanes: computed(() =>
      race.value.lanes.filter(({ heldOut }) => heldOut !== undefined).map(progressOf),
    ),
    labels: computed(() => first.value?.heldOut?.labels),
    /** All lanes download the same file. */
    download: computed(() => first.value?.download),
    backend: computed(() => first.value?.backend ?? ''),
    fallbacks: computed(() => [...new Set(race.value.lanes.flatMap(({ fallbacks }) => fallbacks))]),
    failure: computed(() => race.value.failure),
    step: computed(() => raceStep(race.value)),
  };
};

/** The race, what the figure shows of it, and what the reader may ask of it. No DOM. */
export function createRaceControl(state: ReadonlySignal<RaceState>) {
  const race = signal(NO_RACE);
  const workers = signal(0);
  /** The state that the race shown was started with. */
  const raced = signal<RaceState | undefined>(undefined);
  const training = new LazyRace((next) => {
    race.value = next;
  });
  const views = viewsOf(race);
  /** Whether the race that is shown can go on: nothing that decides it has changed. */
  const isCurrent = computed(
    () => raced.value !== undefined && isSameRace(raced.value, state.value),
  );

  async function begin(): Promise<void> {
    raced.value = state.value;
    workers.value = (await training.begin(runsOf(state.value), state.value.steps)) ?? 0;
  }

  return {
    ...views,
    raced: raced as ReadonlySignal<RaceState | undefined>,
    isCurrent,
    workers: workers as ReadonlySignal<number>,
    /** Goes on with the race that is shown, or begins one with the settings as they are. */
    run(): void {
      if (isCurrent.value && views.status.value === 'paused') training.run();
      else void begin();
    },
    /** After the round under way. */
    pause: () => training.pause(),
    /** Forgets the race and ends its workers. */
    clear(): void {
      raced.value = undefined;
      training.clear();
    },
  };
}

/** The run of each lane, not begun yet. */
const runsOf = (state: RaceState): readonly Run[] =>
  lanesOf(state).map((lane) => {
    const { p, k, seed } = state;
    return idleRun(configOf(lane, { p, k, seed }), MNIST);
  });

export type RaceControl = ReturnType<typeof createRaceControl>;
