import type { Geometry } from '#metric/evaluation/geometry.ts';
import type { Retrieval } from '#metric/evaluation/retrievalPass.ts';
import type { Acceleration, BackendName } from '../compute/backends.ts';
import type { Calibration } from '../compute/calibrate.ts';
import type { TrainingConfig } from '../config.ts';
import type { Dataset, Samples } from '../dataset.ts';
import type { Judgement } from '../evaluation.ts';
import type { InspectedBatch } from '../inspectedBatch.ts';
import type { SavedNetwork } from '../network/layersModel.ts';
import type { Speed } from '../run/speedometer.ts';
import type { ZoneShares } from '../trainer.ts';

/** What computes: a backend of the reader's choice, or the one that trains this network fastest here. */
export interface ComputeWith {
  readonly choice: BackendName | 'fastest';
  /** What was measured on this device before; it is not measured again. */
  readonly known?: Calibration;
}

/** What the page asks of the worker. */
export type Request =
  /** Begin a new run at step 0; training starts when `run` or `step` follows. */
  | {
      readonly type: 'start';
      readonly config: TrainingConfig;
      readonly digitsUrl: string;
      /** The reader's own data in place of the digits: transferred once, then kept here. */
      readonly ownData?: Dataset | 'kept';
      /** What the network begins with, in place of chance. */
      readonly saved?: SavedNetwork;
      readonly computeWith: ComputeWith;
    }
  /** Measure what trains a network fastest here, software in the place of hardware included. */
  | { readonly type: 'calibrate'; readonly network: TrainingConfig['network'] }
  /** Go on with the same run under other settings: see CHANGEABLE. */
  | { readonly type: 'change'; readonly config: TrainingConfig }
  | { readonly type: 'run' }
  | { readonly type: 'pause' }
  | { readonly type: 'step' }
  /** The last embedding has been drawn: the next may come. */
  | { readonly type: 'drawn' }
  /** What the network has learned, to be saved. */
  | { readonly type: 'weights' }
  /** Where images would lie: bytes, 0 (paper) to 255 (ink), of as many pixels as the digits have. */
  | { readonly type: 'embed'; readonly images: Uint8Array }
  /** The batch of the last step, to be looked at. */
  | { readonly type: 'inspect' }
  /** To be answered at once, so that the page knows that the worker lives. */
  | { readonly type: 'ping' };

/** One training step, as the curves show it. */
export interface StepPoint {
  readonly step: number;
  readonly loss: number;
  readonly activeShare: number;
  readonly gradientNorm?: number;
  readonly stale?: number;
  readonly zones?: ZoneShares;
}

/** The held-out digits judged after `step` steps. */
export interface EvaluationPoint extends Judgement {
  readonly step: number;
  readonly geometry?: Geometry;
}

/** How well the held-out digits after `step` steps find their own kind: it takes a while to work out. */
export interface RetrievalPoint extends Retrieval {
  readonly step: number;
}

/** Why a run cannot go on; the page offers what helps. */
export type FailureKind = 'settings' | 'download' | 'backend' | 'diverged' | 'worker';

/** What the worker tells the page. Embeddings and images are transferred, not copied. */
export type Reply =
  | { readonly type: 'downloading'; readonly receivedBytes: number; readonly totalBytes?: number }
  | { readonly type: 'preparing'; readonly backend: BackendName }
  /** Steps are tried on each backend in turn. */
  | { readonly type: 'calibrating' }
  | { readonly type: 'calibrated'; readonly calibration: Calibration }
  /** A backend failed and the next one takes over; a run under way begins again at step 0. */
  | { readonly type: 'fallback'; readonly from: BackendName; readonly reason: string }
  | {
      readonly type: 'ready';
      readonly backend: BackendName;
      /** Whether our own kernels compute; missing where there are none for the backend. */
      readonly acceleration?: Acceleration;
      /** What the loss is once all embeddings lie in one point. */
      readonly collapseLoss: number;
      /** The held-out samples. */
      readonly labels: Samples['labels'];
      readonly images: Samples['images'];
      readonly embedding: Float32Array;
      readonly evaluation: EvaluationPoint;
    }
  | {
      readonly type: 'progress';
      readonly steps: readonly StepPoint[];
      readonly speed: Speed;
      readonly evaluation?: EvaluationPoint;
      readonly embedding?: Float32Array;
      readonly retrieval?: RetrievalPoint;
    }
  | { readonly type: 'paused' }
  /** The run goes on under other settings after so many steps. */
  | {
      readonly type: 'changed';
      readonly step: number;
      readonly config: TrainingConfig;
      readonly collapseLoss: number;
    }
  /** The settings that were asked for cannot be had in mid-run: it is as it was. */
  | { readonly type: 'refused'; readonly reason: string }
  /** The answer to `weights`: missing when there is no network. */
  | { readonly type: 'weights'; readonly saved: SavedNetwork | undefined }
  /** The answer to `embed`, row-major: missing when there is no network. */
  | { readonly type: 'embedded'; readonly points: Float32Array | undefined }
  /** The answer to `inspect`: missing before the first step. */
  | { readonly type: 'inspected'; readonly batch: InspectedBatch | undefined }
  | { readonly type: 'pong' }
  | { readonly type: 'failed'; readonly kind: FailureKind; readonly reason: string };
