import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { MNIST } from '#data/digits/digitSource.ts';
import type { DataSource } from '#data/sources/registry.ts';
import type { TrainingConfig } from '#training/config.ts';
import type { SavedNetwork } from '#training/network/layersModel.ts';
import { Conductor } from '#training/run/conductor.ts';
import type { ReaderEvent } from '#training/run/byReader.ts';
import {
  canChangeNow,
  canGoOn,
  idleRun,
  isCurrent,
  isGoing,
  liveConfig,
  type Run,
  shownEmbedding,
  shownVectors,
  statusOf,
} from '#training/run/run.ts';
import { createLazyClient } from '#training/service/lazyClient.ts';
import { computeWith } from '../computing/computing.ts';
import { type ComputingState, createComputing } from '../computing/createComputing.ts';
import { changeText } from '../verdict/changeText.ts';
import { createRecording } from '../recording/createRecording.ts';
import { isRecorded, withRecording } from '../recording/recorded.ts';
import { hasCollapsed, isUnaligned } from '../verdict/hasCollapsed.ts';

/** The name under which the device remembers a run. */
const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

/** What a judge of its plateau says of a run that can go on. */
function isAtCollapse(run: Run, judge: typeof hasCollapsed): boolean {
  const config = liveConfig(run);
  return (
    run.collapseLoss !== undefined &&
    config !== undefined &&
    judge(run.history, config, run.collapseLoss)
  );
}

/** What the lab shows of its run: each part changes only when what it shows does. */
const viewsOf = (run: ReadonlySignal<Run>) => ({
  status: computed(() => statusOf(run.value)),
  isGoing: computed(() => isGoing(run.value)),
  download: computed(() => run.value.download),
  calibrating: computed(() => run.value.calibrating),
  backend: computed(() => run.value.backend),
  acceleration: computed(() => run.value.acceleration),
  history: computed(() => run.value.history),
  previous: computed(() => run.value.previous),
  speed: computed(() => run.value.speed),
  drawingTime: computed(() => run.value.drawingTime),
  /** What is trained on. */
  data: computed(() => run.value.data),
  heldOut: computed(() => run.value.heldOut),
  cloudConfig: computed(() => run.value.cloudConfig),
  embedding: computed(() => run.value.embedding),
  frames: computed(() => run.value.frames),
  past: computed(() => run.value.past),
  shownEmbedding: computed(() => shownEmbedding(run.value)),
  shownVectors: computed(() => shownVectors(run.value)),
  guestPoint: computed(() => run.value.guestPoint),
  collapseLoss: computed(() => run.value.collapseLoss),
  failure: computed(() => run.value.failure),
  refusal: computed(() => run.value.refusal),
  fallbacks: computed(() => run.value.fallbacks),
  /** Of the run that is shown; missing when there is none to go on with. */
  runConfig: computed(() => liveConfig(run.value)),
  /** Of the run that is shown, though it may not go on. */
  lastConfig: computed(() => run.value.config),
  /** Whether there is a saved network to begin with. */
  hasSaved: computed(() => run.value.saved !== undefined),
  firstConfig: computed(() => run.value.firstConfig),
  runId: computed(() => run.value.id),
  /** Whether the run can go on with the settings as they are; itself under others; its network. */
  current: computed(() => isCurrent(run.value)),
  changes: computed(() => canChangeNow(run.value)),
  canGoOn: computed(() => canGoOn(run.value)),
  collapsed: computed(() => isAtCollapse(run.value, hasCollapsed)),
  unaligned: computed(() => isAtCollapse(run.value, isUnaligned)),
});

/** Takes over the settings that a run began with, where they are not the reader's. */
type Adopt = (settings: TrainingConfig) => void;

/** What the reader may do with the run, and ask of it. */
function actionsOn(conductor: Conductor, adopt: Adopt) {
  const act = (event: ReaderEvent) => conductor.dispatch(event);
  const weights = () => conductor.ask((session) => session.weights());
  return {
    run: () => act({ type: 'run', id: newId() }),
    step: () => act({ type: 'step', id: newId() }),
    pause: () => act({ type: 'pause' }),
    /** Goes back to step 0, under the settings as they are, and waits there. */
    startOver: () => act({ type: 'rewind', id: newId() }),
    /** Begins a run, paused, with a network that was saved, under settings that ask for its like. */
    load: (saved: SavedNetwork, settings: TrainingConfig) =>
      batch(() => {
        act({ type: 'load', saved, settings, id: newId() });
        adopt(conductor.run.settings);
      }),
    /**
     * Goes on under the settings as they are: with the same run where that can be, or else with a run
     * that begins with what the network of the last one has learned.
     */
    async goOn(): Promise<void> {
      if (canChangeNow(conductor.run)) return conductor.change();
      const saved = await weights();
      if (!saved) return;
      batch(() => {
        act({ type: 'go-on', saved, id: newId() });
        adopt(conductor.run.settings);
      });
    },
    set: (settings: TrainingConfig) => act({ type: 'set', settings }),
    lookBack: (step: number | undefined) => act({ type: 'look-back', step }),
    placeGuest: (point: Float32Array | undefined) => act({ type: 'place-guest', point }),
    hide: () => act({ type: 'hide' }),
    show: () => act({ type: 'show' }),
    /** Forgets everything and ends the worker. */
    clear: () => act({ type: 'clear' }),
    /** Forgets everything, and trains on other data from now on. */
    useData: (data: DataSource) => act({ type: 'use-data', data }),
    /** The last embedding is on the screen: the next may come. */
    drawn: (milliseconds: number) => conductor.drawn(milliseconds),
    /** What the network has learned; undefined when there is none. */
    weights,
    /** The batch of the last step; undefined when there is none. */
    inspect: () => conductor.ask((session) => session.inspect()),
    /** Where images would lie now, row-major; undefined when there is no network. */
    embed: (images: Uint8Array) => conductor.ask((session) => session.embed(images)),
  };
}

/** The lab's run, what it shows, and what the reader may ask of it. No DOM. */
export function createLab(settings: TrainingConfig, adopt: Adopt) {
  const initial = idleRun(settings, MNIST);
  const run = signal(initial);
  const compute: ComputingState = createComputing();
  const conductor = new Conductor({
    client: createLazyClient(),
    initial,
    judging: 'scheduled',
    computeWith: ({ settings: { network } }) => computeWith(compute.computing.value, network),
    changeText: ({ config, settings: next }) => (config ? changeText(config, next) : ''),
    onCalibrated: compute.learn,
    onChange: (next) => {
      run.value = next;
    },
  });
  const { recorded, fetchRun, fetchPictures } = createRecording();
  const isRecording = computed(() => run.value.phase === 'idle' && isRecorded(run.value));
  return {
    compute,
    /** Whether what is shown is the recorded run, in place of one of the reader's own. */
    isRecording,
    /** A run may be near: what it takes is got ready. */
    prepare: () => conductor.prepare(),
    /** The reader turns to the lab: what is shown should answer as a run does. */
    wake: () => isRecording.value && fetchRun(),
    /** The reader wants to see samples themselves, which a run of their own has at hand. */
    wantPictures: () => isRecording.value && recorded.value.heldOut && fetchPictures(),
    ...viewsOf(computed(() => withRecording(run.value, recorded.value))),
    ...actionsOn(conductor, adopt),
  };
}

export type Lab = ReturnType<typeof createLab>;
