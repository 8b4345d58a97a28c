import { labelledCloud } from '#kit/plane/labelledCloud.ts';
import { type LabelledPoint, toEmbeddings } from '#kit/plane/labelledPoint.ts';
import { type BatchLoss, createBatchLoss } from '#metric/batchLoss.ts';
import type { Embeddings } from '#metric/embeddings.ts';
import { smallestClassGap, withinClassSpread } from '#metric/evaluation/spread.ts';
import { lookUp } from '#metric/lookUp.ts';
import { losses } from '#metric/losses/registry.ts';
import { createRandom } from '#metric/random.ts';

export type Side = 'contrastive' | 'triplet';
export const SIDES: readonly Side[] = ['contrastive', 'triplet'];

/** One step of a descent: where the points are, and what they amount to. */
export interface Moment {
  readonly points: readonly LabelledPoint[];
  readonly loss: number;
  /** Mean distance of two points of one class. */
  readonly spread: number;
  /** Smallest distance of two points of different classes. */
  readonly gap: number;
}

/** The whole descent of the same points under either loss, from step 0 to step `STEPS`. */
export type Duel = Readonly<Record<Side, readonly Moment[]>>;

export interface DuelOptions {
  readonly margin: number;
  readonly seed: number;
}

export const STEPS = 240;
const LABELS = [2, 4, 7] as const;
const PER_CLASS = 6;
/** A quarter of what is stable for the contrastive loss, which has the larger curvature. */
const STEP_SIZE = 0.015 * (LABELS.length * PER_CLASS - 1);

/** Both losses are averaged over everything that the batch offers: all pairs, all triplets. */
function lossOf(side: Side, margin: number): (points: Embeddings, labels: number[]) => BatchLoss {
  const loss = createBatchLoss({
    loss: side,
    ...lookUp(losses, 'loss', side).usual,
    normalise: false,
    miner: 'batch-all',
    reducer: 'mean',
    margin,
  });
  // Nothing of it is left to chance.
  const unused = createRandom(0);
  return (points, labels) => loss(points, labels, unused);
}

function descend(start: readonly LabelledPoint[], side: Side, margin: number): readonly Moment[] {
  const evaluate = lossOf(side, margin);
  const labels = start.map(({ label }) => label);
  const moments: Moment[] = [];
  let embeddings: Embeddings = toEmbeddings(start);
  for (let step = 0; step <= STEPS; step++) {
    const { values } = embeddings;
    const { loss, gradient } = evaluate(embeddings, labels);
    moments.push({
      points: labels.map((label, k) => ({ x: values[2 * k]!, y: values[2 * k + 1]!, label })),
      loss,
      spread: withinClassSpread(embeddings, labels),
      gap: smallestClassGap(embeddings, labels),
    });
    embeddings = {
      ...embeddings,
      values: Float64Array.from(values, (value, k) => value - STEP_SIZE * gradient[k]!),
    };
  }
  return moments;
}

/** Plain gradient descent on free points: the same options give the same duel on every machine. */
export function createDuel({ margin, seed }: DuelOptions): Duel {
  const start = labelledCloud({ labels: LABELS, perClass: PER_CLASS, apart: 0.8, radius: 1, seed });
  return {
    contrastive: descend(start, 'contrastive', margin),
    triplet: descend(start, 'triplet', margin),
  };
}

/** The first step from which the loss is exactly zero, or undefined when that never happens. */
export function stopOf(moments: readonly Moment[]): number | undefined {
  const step = moments.findIndex(({ loss }) => loss === 0);
  return step < 0 ? undefined : step;
}
