import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FailureKind } from '#training/service/messages.ts';
import { createRace, type Race } from '#training/race/client.ts';
import { configOf } from './lane.ts';
import { lanesOf, definition, type RaceState } from './definition.ts';
import { afterRound, fromStart, type LaneProgress } from './progress.ts';

export type Status = 'idle' | 'loading' | 'running' | 'paused' | 'finished' | 'failed';

/** Steps between two pictures: often enough to be motion, seldom enough to cost little. */
const STEPS_A_ROUND = 10;

/** The address of a state says all that a race depends on. */
const spelled = (state: RaceState): string =>
  Object.entries(definition.settings)
    .map(([key, { format }]) =>
      (format as (value: unknown) => string)(state[key as keyof RaceState]),
    )
    .join(';');

/** The race's state as the workers tell it, and what the reader may ask of it. No DOM. */
export function createRaceControl(state: ReadonlySignal<RaceState>, digitsUrl: string) {
  const status = signal<Status>('idle');
  const lanes = signal<readonly LaneProgress[]>([]);
  const labels = signal<Uint8Array | undefined>(undefined);
  const download = signal<{ receivedBytes: number; totalBytes?: number } | undefined>(undefined);
  const backend = signal('');
  const workers = signal(0);
  const fallbacks = signal<readonly string[]>([]);
  const failure = signal<{ kind: FailureKind; reason: string } | undefined>(undefined);
  /** The state that the race shown was started with. */
  const raced = signal<RaceState | undefined>(undefined);
  const step = computed(() =>
    Math.max(0, ...lanes.value.map((lane) => lane.steps.at(-1)?.step ?? 0)),
  );
  let race: Race | undefined;

  function goOn(): void {
    const length = raced.value?.steps ?? 0;
    if (step.value >= length) status.value = 'finished';
    else if (status.value === 'running')
      race?.advance(Math.min(STEPS_A_ROUND, length - step.value));
  }

  function begin(): void {
    race?.dispose();
    batch(() => {
      status.value = 'loading';
      raced.value = state.value;
      lanes.value = [];
      fallbacks.value = [];
      failure.value = undefined;
    });
    race = createRace({
      configs: lanesOf(state.value).map((lane) => {
        const { p, k, seed } = state.value;
        return configOf(lane, { p, k, seed });
      }),
      digitsUrl,
      cores: navigator.hardwareConcurrency,
      onDownload: (progress) => {
        download.value = progress;
      },
      onFallback: (from, reason) => {
        fallbacks.value = [...fallbacks.value, `${from} (${reason})`];
      },
      onReady: (start) =>
        batch(() => {
          download.value = undefined;
          backend.value = start.backend;
          labels.value = start.labels;
          lanes.value = start.lanes.map(fromStart);
          if (status.value === 'loading') status.value = 'running';
          goOn();
        }),
      onRound: (reports) =>
        batch(() => {
          lanes.value = lanes.value.map((lane, index) => afterRound(lane, reports[index]!));
          goOn();
        }),
      onFailed: (kind, reason) =>
        batch(() => {
          download.value = undefined;
          failure.value = { kind, reason };
          status.value = 'failed';
        }),
    });
    workers.value = race.workers;
  }

  /** Whether the race that is shown can go on: nothing that decides it has changed. */
  const isCurrent = computed(
    () => raced.value !== undefined && spelled(raced.value) === spelled(state.value),
  );

  return {
    status: status as ReadonlySignal<Status>,
    lanes: lanes as ReadonlySignal<readonly LaneProgress[]>,
    labels: labels as ReadonlySignal<Uint8Array | undefined>,
    download: download as ReadonlySignal<
      { receivedBytes: number; totalBytes?: number } | undefined
    >,
    backend: backend as ReadonlySignal<string>,
    workers: workers as ReadonlySignal<number>,
    fallbacks: fallbacks as ReadonlySignal<readonly string[]>,
    failure: failure as ReadonlySignal<{ kind: FailureKind; reason: string } | undefined>,
    raced: raced as ReadonlySignal<RaceState | undefined>,
    step,
    isCurrent,
    /** Goes on with the race that is shown, or begins one with the settings as they are. */
    run(): void {
      if (!isCurrent.value || status.value !== 'paused') begin();
      else {
        status.value = 'running';
        goOn();
      }
    },
    /** After the round under way. */
    pause(): void {
      if (status.value === 'running' || status.value === 'loading') status.value = 'paused';
    },
    /** Forgets the race and ends its workers. */
    clear(): void {
      race?.dispose();
      race = undefined;
      batch(() => {
        status.value = 'idle';
        lanes.value = [];
        raced.value = undefined;
        failure.value = undefined;
        fallbacks.value = [];
        download.value = undefined;
      });
    },
  };
}

export type RaceControl = ReturnType<typeof createRaceControl>;
