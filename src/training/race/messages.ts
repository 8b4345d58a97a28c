import type { BackendName } from '../compute/backends.ts';
import type { TrainingConfig } from '../config.ts';
import type { EvaluationPoint, FailureKind, StepPoint } from '../service/messages.ts';

/** What the page asks of a worker that hosts one lane of a race, or all of them. */
export type RaceRequest =
  | {
      readonly type: 'start';
      readonly configs: readonly TrainingConfig[];
      readonly digitsUrl: string;
    }
  /** So many steps of each lane, then one answer for all. */
  | { readonly type: 'advance'; readonly steps: number };

/** Where a lane stands before its first step. */
export interface LaneStart {
  readonly embedding: Float32Array;
  readonly evaluation: EvaluationPoint;
  /** What its loss is once all embeddings lie in one point. */
  readonly collapseLoss: number;
}

/** What a round brought a lane. */
export interface LaneReport {
  readonly steps: readonly StepPoint[];
  readonly evaluation?: EvaluationPoint;
  readonly embedding?: Float32Array;
  /** Training time of the round, in milliseconds; evaluation and drawing are not in it. */
  readonly milliseconds: number;
  /** Why the lane is out of the race: its numbers have blown up. */
  readonly diverged?: string;
}

/** What a worker tells the page. Embeddings are transferred, not copied. */
export type RaceReply =
  | { readonly type: 'downloading'; readonly receivedBytes: number; readonly totalBytes?: number }
  | { readonly type: 'fallback'; readonly from: BackendName; readonly reason: string }
  | {
      readonly type: 'ready';
      readonly backend: BackendName;
      /** Of the held-out digits. */
      readonly labels: Uint8Array;
      readonly lanes: readonly LaneStart[];
    }
  | { readonly type: 'round'; readonly lanes: readonly LaneReport[] }
  | { readonly type: 'failed'; readonly kind: FailureKind; readonly reason: string };
