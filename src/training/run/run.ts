import type { DataSource } from '#data/sources/registry.ts';
import type { Samples } from '#data/dataset.ts';
import type { Acceleration } from '../compute/backends.ts';
import type { ClassVectors } from '../classVectors.ts';
import { canChange, type TrainingConfig } from '../config.ts';
import type { SavedNetwork } from '../network/layersModel.ts';
import type { Failure } from '../service/contract.ts';
import { NO_TIME, type Speed } from '../speedometer.ts';
import { EMPTY_HISTORY, type History } from './history.ts';
import { type Frame, frameAt } from './frames.ts';

/** What the worker is to do with an open run: take steps until further orders, take one, or none. */
export type Order = 'run' | 'step' | 'pause';

type Phase =
  /** Nothing has been begun. */
  | 'idle'
  /** Data, backend and network are being got ready. */
  | 'loading'
  | 'open'
  /** It cannot go on; what it has shown is kept. */
  | 'failed';

interface HeldOut {
  readonly labels: Samples['labels'];
  /** From 0 (paper) to 255 (ink), one after another; missing where the samples are vectors. */
  readonly images: Uint8Array | undefined;
}

export interface Download {
  readonly receivedBytes: number;
  readonly totalBytes?: number;
}

/** A run as a value: all that is known of it, and all that is wanted of it. See reduce.ts. */
export interface Run {
  /** As the reader has set them; the run may be under others. */
  readonly settings: TrainingConfig;
  readonly data: DataSource;

  readonly phase: Phase;
  /** Counts the runs that were begun: what is told of an earlier one is of no concern. */
  readonly attempt: number;
  readonly order: Order;
  /** Counts the orders. */
  readonly orderNumber: number;
  /** The number of the last order that made the worker take steps, until it has stopped. */
  readonly moving: number | undefined;
  /** Whether it goes on by itself when the page is seen again. */
  readonly resumes: boolean;

  /** Of the run that is shown, as it is now; missing before the first. */
  readonly config?: TrainingConfig;
  /** What it began with, before any change in mid-run. */
  readonly firstConfig?: TrainingConfig;
  /** A saved network at hand, for a run whose first weights are to be its. */
  readonly saved?: SavedNetwork;
  /** For those who remember it. */
  readonly id: string;

  readonly download?: Download;
  readonly calibrating: boolean;
  readonly backend: string;
  readonly acceleration?: Acceleration;
  readonly fallbacks: readonly string[];
  readonly collapseLoss?: number;
  readonly failure?: Failure;
  /** Why it did not go on under other settings. */
  readonly refusal: string;

  readonly history: History;
  /** That of the run before, to compare with. */
  readonly previous: History;
  readonly speed: Speed;
  /** Of the page's own thread, in milliseconds a step. */
  readonly drawingTime: number;
  /** Milliseconds of drawing that no step has been charged with yet. */
  readonly undividedDrawing: number;

  /** Of the embedding that is shown: while a new run is got ready, that of the one before. */
  readonly cloudConfig?: TrainingConfig;
  readonly heldOut?: HeldOut;
  readonly embedding?: Float32Array;
  readonly classVectors?: ClassVectors;
  /** The embeddings that it has come by, and the step that the reader looks back to. */
  readonly frames: readonly Frame[];
  readonly past?: number;
  /** Where a sample lies that the reader brought along. */
  readonly guestPoint?: Float32Array;
}

export const NO_SPEED: Speed = { stepsPerSecond: 0, imagesPerSecond: 0, time: NO_TIME };

/** Nothing begun, under settings and on data. */
export const idleRun = (settings: TrainingConfig, data: DataSource): Run => ({
  settings,
  data,
  phase: 'idle',
  attempt: 0,
  order: 'pause',
  orderNumber: 0,
  moving: undefined,
  resumes: false,
  id: '',
  calibrating: false,
  backend: '',
  fallbacks: [],
  refusal: '',
  history: EMPTY_HISTORY,
  previous: EMPTY_HISTORY,
  speed: NO_SPEED,
  drawingTime: 0,
  undividedDrawing: 0,
  frames: [],
});

export type Status = 'idle' | 'loading' | 'running' | 'paused' | 'failed';

/** Whether the worker takes steps, or will as soon as it can: the button says Pause. */
export const isGoing = ({ phase, order, moving }: Run): boolean =>
  phase === 'loading' ? order !== 'pause' : phase === 'open' && moving !== undefined;

export function statusOf(run: Run): Status {
  if (run.phase !== 'open') return run.phase;
  return isGoing(run) ? 'running' : 'paused';
}

const same = (a: TrainingConfig, b: TrainingConfig) => JSON.stringify(a) === JSON.stringify(b);

/** The configuration of the run, where there is one to go on with. */
export const liveConfig = ({ phase, config }: Run): TrainingConfig | undefined =>
  phase === 'loading' || phase === 'open' ? config : undefined;

/** Whether the run can go on with the settings as they are now. */
export function isCurrent(run: Run): boolean {
  const config = liveConfig(run);
  return config !== undefined && same(config, run.settings);
}

/** Whether the run itself can go on under other settings, its optimiser and curves with it. */
export function canChangeNow(run: Run): boolean {
  const config = liveConfig(run);
  return config !== undefined && !isCurrent(run) && canChange(config, run.settings);
}

/** Whether other settings than those of the run could go on with its network. */
export function canGoOn(run: Run): boolean {
  const config = liveConfig(run);
  const { network, dims } = run.settings;
  return (
    config !== undefined && !isCurrent(run) && config.network === network && config.dims === dims
  );
}

/** Steps done. */
export const stepOf = ({ history }: Run): number => history.steps.at(-1)?.step ?? 0;

/** The embedding of the step that is looked at: the present one, unless the reader looks back. */
export const shownEmbedding = ({ past, embedding, frames }: Run): Float32Array | undefined =>
  past === undefined ? embedding : frameAt(frames, past)?.embedding;

/** The vectors of classes at that step, where the loss learns such. */
export const shownVectors = ({ past, classVectors, frames }: Run): ClassVectors | undefined =>
  past === undefined ? classVectors : frameAt(frames, past)?.classVectors;
