import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { MNIST } from '#data/digits/digitSource.ts';
import { NO_RACE, type Race, raceStatus, raceStep } from '#training/race/race.ts';
import { RaceConductor } from '#training/race/raceConductor.ts';
import { idleRun } from '#training/run/run.ts';
import { createLazyClient } from '#training/service/lazyClient.ts';
import { definition, lanesOf, type RaceState } from './definition.ts';
import { configOf } from './lane.ts';
import { progressOf } from './laneProgress.ts';

/** The address of a state says all that a race depends on. */
const spelled = (state: RaceState): string =>
  Object.entries(definition.settings)
    .map(([key, { format }]) =>
      (format as (value: unknown) => string)(state[key as keyof RaceState]),
    )
    .join(';');

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
  /** The state that the race shown was started with. */
  const raced = signal<RaceState | undefined>(undefined);
  const conductor = new RaceConductor({
    cores: typeof navigator === 'undefined' ? 1 : navigator.hardwareConcurrency,
    createClient: createLazyClient,
    onChange: (next) => {
      race.value = next;
    },
  });
  const views = viewsOf(race);
  /** Whether the race that is shown can go on: nothing that decides it has changed. */
  const isCurrent = computed(
    () => raced.value !== undefined && spelled(raced.value) === spelled(state.value),
  );

  function begin(): void {
    raced.value = state.value;
    const { p, k, seed, steps } = state.value;
    const lanes = lanesOf(state.value).map((lane) =>
      idleRun(configOf(lane, { p, k, seed }), MNIST),
    );
    conductor.begin(lanes, steps);
  }

  return {
    ...views,
    raced: raced as ReadonlySignal<RaceState | undefined>,
    isCurrent,
    workers: computed(() => (race.value.attempt > 0 ? conductor.workers : 0)),
    /** Goes on with the race that is shown, or begins one with the settings as they are. */
    run(): void {
      if (isCurrent.value && views.status.value === 'paused') conductor.run();
      else begin();
    },
    /** After the round under way. */
    pause: () => conductor.pause(),
    /** Forgets the race and ends its workers. */
    clear(): void {
      conductor.clear();
      raced.value = undefined;
    },
  };
}

export type RaceControl = ReturnType<typeof createRaceControl>;
