import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { MNIST } from '#data/digits/digitSource.ts';
import { NO_RACE, type Race, raceStatus, raceStep } from '#training/race/race.ts';
import type { RaceConductor } from '#training/race/raceConductor.ts';
import { idleRun, type Run } from '#training/run/run.ts';
import type { Failure } from '#training/service/contract.ts';
import { createLazyClient } from '#training/service/lazyClient.ts';
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

/** Fetches what conducts a race when the first one begins: who only reads needs none. */
function createConductor(onChange: (race: Race) => void) {
  let fetched: Promise<RaceConductor> | undefined;
  const fetch = () => {
    fetched ??= import('#training/race/raceConductor.ts').then(
      ({ RaceConductor }) =>
        new RaceConductor({
          cores: navigator.hardwareConcurrency,
          createClient: createLazyClient,
          onChange,
        }),
    );
    return fetched;
  };
  return {
    /** Rejects when it cannot be fetched; the next who asks tries again. */
    async get(): Promise<RaceConductor> {
      try {
        return await fetch();
      } catch (error) {
        fetched = undefined;
        throw error;
      }
    },
    /** Does something with it, where it is there. */
    ifThere: (work: (conductor: RaceConductor) => void) =>
      void fetched?.then(work, () => undefined),
  };
}

const OFFLINE: Failure = {
  kind: 'download',
  reason: 'What races could not be fetched: check the connection, then try again',
};

/** The race, what the figure shows of it, and what the reader may ask of it. No DOM. */
export function createRaceControl(state: ReadonlySignal<RaceState>) {
  const race = signal(NO_RACE);
  const workers = signal(0);
  /** The state that the race shown was started with. */
  const raced = signal<RaceState | undefined>(undefined);
  const conductor = createConductor((next) => {
    race.value = next;
  });
  const views = viewsOf(race);
  /** Whether the race that is shown can go on: nothing that decides it has changed. */
  const isCurrent = computed(
    () => raced.value !== undefined && isSameRace(raced.value, state.value),
  );

  async function begin(): Promise<void> {
    const begun = state.value;
    raced.value = begun;
    race.value = { ...race.value, isAwaited: true };
    try {
      const found = await conductor.get();
      // It may have been cleared, or begun otherwise, in the meantime.
      if (raced.value !== begun) return;
      found.begin(runsOf(begun), begun.steps);
      workers.value = found.workers;
    } catch {
      race.value = { ...NO_RACE, failure: OFFLINE };
    }
  }

  return {
    ...views,
    raced: raced as ReadonlySignal<RaceState | undefined>,
    isCurrent,
    workers: workers as ReadonlySignal<number>,
    /** Goes on with the race that is shown, or begins one with the settings as they are. */
    run(): void {
      if (isCurrent.value && views.status.value === 'paused') conductor.ifThere((all) => all.run());
      else void begin();
    },
    /** After the round under way. */
    pause: () => conductor.ifThere((all) => all.pause()),
    /** Forgets the race and ends its workers. */
    clear(): void {
      raced.value = undefined;
      conductor.ifThere((all) => all.clear());
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
