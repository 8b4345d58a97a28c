import type { Samples } from '#data/dataset.ts';
import type { DataReference } from '#data/sources/registry.ts';
import type { Geometry } from '#metric/evaluation/geometry.ts';
import type { Retrieval } from '#metric/evaluation/retrievalPass.ts';
import type { ZoneShares } from '#metric/zones.ts';
import type { ClassVectors } from '../classVectors.ts';
import type { CloudForce } from '../cloudForce.ts';
import type { Acceleration, BackendName } from '../compute/backends.ts';
import type { Calibration } from '../compute/calibrate.ts';
import type { ComputeWith, ProcessorEvent } from '../compute/processor.ts';
import type { TrainingConfig } from '../config.ts';
import type { Judgement } from '../evaluation.ts';
import type { InspectedBatch } from '../inspectedBatch.ts';
import type { SavedNetwork } from '../network/layersModel.ts';
import type { Speed } from '../speedometer.ts';

/** What a run begins with; on another backend it begins again with the same. */
export interface Setup {
  readonly config: TrainingConfig;
  readonly data: DataReference;
  /** What the network begins with, in place of chance. */
  readonly saved?: SavedNetwork;
  readonly computeWith: ComputeWith;
  /** Whether it is judged as it goes on, when the schedule says so, or only on demand. */
  readonly judging: 'scheduled' | 'on-demand';
}

/** Why a run cannot go on; the page offers what helps. */
export type FailureKind = 'settings' | 'download' | 'backend' | 'diverged' | 'worker';

export interface Failure {
  readonly kind: FailureKind;
  /** What went wrong, in a sentence. */
  readonly reason: string;
}

/** One training step, as the curves show it. */
export interface StepPoint {
  readonly step: number;
  readonly loss: number;
  readonly activeShare: number;
  readonly gradientNorm?: number;
  readonly stale?: number;
  readonly zones?: ZoneShares;
  readonly force?: CloudForce;
}

/** The held-out samples judged after `step` steps. */
export interface EvaluationPoint extends Judgement {
  readonly step: number;
  /** So many of the held-out samples were judged so far; missing where all were. */
  readonly of?: number;
  readonly geometry?: Geometry;
  /** How much a coordinate varies, where embeddings are of length 1: see coordinateSpread. */
  readonly coordinateStd?: number;
}

/** How well the held-out samples after `step` steps find their own kind: it takes a while to work out. */
export interface RetrievalPoint extends Retrieval {
  readonly step: number;
}

/** Where things lie that are drawn. */
export interface Picture {
  /** The held-out samples. */
  readonly embedding: Float32Array;
  /** Missing under a loss that learns none. */
  readonly classVectors?: ClassVectors;
}

/** Where a run stands before its first step; its picture where that takes little time. */
export interface Opening extends Partial<Judged> {
  readonly backend: BackendName;
  /** Whether our own kernels compute; missing where there are none for the backend. */
  readonly acceleration?: Acceleration;
  /** What the loss is once all embeddings lie in one point. */
  readonly collapseLoss: number;
  /** The held-out samples. */
  readonly labels: Samples['labels'];
  readonly images: Samples['images'];
}

/** What has become known since the last report. */
export interface Report extends Partial<Judged> {
  readonly steps: readonly StepPoint[];
  readonly speed: Speed;
  readonly retrieval?: RetrievalPoint;
}

/** What an open run tells by itself. Embeddings and images are transferred, not copied. */
export type SessionEvent =
  | { readonly type: 'downloading'; readonly receivedBytes: number; readonly totalBytes?: number }
  | ProcessorEvent
  /** Once before its first step, and once more after a fallback. */
  | ({ readonly type: 'opened' } & Opening)
  | ({ readonly type: 'progress' } & Report);

/** Resolves when the page has taken the event in. */
export type Tell = (event: SessionEvent, transfer?: Transferable[]) => Promise<unknown>;

/** The embedding of now, and its judgement. */
export interface Judged extends Picture {
  readonly evaluation: EvaluationPoint;
}

/** What can be asked of an open run. Whatever fails is answered as a value. */
export interface TrainingSession {
  /** Trains until `pause`; what made it stop, if that was a failure. */
  run(): Promise<Failure | undefined>;
  /** Trains for so many steps. */
  step(count: number): Promise<Failure | undefined>;
  /** `run` stops after the step under way, and is answered then. */
  pause(): void;
  /** Goes on under other settings: see CHANGEABLE. */
  change(config: TrainingConfig): Promise<Change | Refusal>;
  /** Where images would lie now, row-major, or the held-out samples; undefined without a network. */
  embed(images?: Uint8Array): Promise<Float32Array | undefined>;
  judge(): Promise<Judged | undefined>;
  /** The batch of the last step; undefined before the first. */
  inspect(): Promise<InspectedBatch | undefined>;
  /** What the network has learned. */
  weights(): Promise<SavedNetwork | undefined>;
  /** The last embedding has been drawn: the next may come. */
  drawn(): void;
}

/** The run goes on under other settings after so many steps. */
export interface Change {
  readonly step: number;
  readonly collapseLoss: number;
}

/** The settings that were asked for cannot be had in mid-run: it is as it was. */
export interface Refusal {
  readonly refused: string;
}

/** What the worker that trains offers. One worker may hold several runs, which take turns. */
export interface TrainingService {
  /** Opens a run at step 0; `opened` is told before this is answered. */
  open(setup: Setup, tell: Tell): Promise<TrainingSession | Failure>;
  /**
   * Gets ready what a run of such a setup would take: data, backend, kernels. What does not come is
   * left for the run to try again, and to tell.
   */
  prepare(setup: Setup, tell: Tell): Promise<void>;
  /** Ends every run, those that are being opened too. */
  closeAll(): void;
  /** Measures what trains a network fastest here, in a worker that holds no run. */
  measure(network: TrainingConfig['network']): Promise<Calibration>;
}

export const isFailure = (answer: object): answer is Failure => 'kind' in answer;
