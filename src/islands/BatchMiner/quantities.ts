import { rememberLast } from '#kit/figure/rememberLast.ts';
import { toEmbeddings } from '#kit/plane/labelledPoint.ts';
import { createBatchLoss } from '#metric/batchLoss.ts';
import type { Embeddings } from '#metric/embeddings.ts';
import { cloudRadius } from '#metric/evaluation/cloudRadius.ts';
import { mineTriplets } from '#metric/mineTriplets.ts';
import { distanceMatrix } from '#metric/pairwise.ts';
import { createRandom, type Random } from '#metric/random.ts';
import { scaleDerivative } from '#metric/scaleDerivative.ts';
import { type BatchState, batchPoints, rowsOf } from './batch.ts';
import { type Ballot, countVotes } from './votes.ts';

export interface BatchQuantities extends Ballot {
  readonly embeddings: Embeddings;
  /** rows × rows, squared or plain as the state has it. */
  readonly distances: Float64Array;
  /** What the strategy selects: anchor, positive and negative after one another, as rows. */
  readonly triplets: Int32Array;
  readonly valid: number;
  readonly selected: number;
  readonly active: number;
  /** The share of the selected triplets that have a positive loss. */
  readonly activeShare: number;
  /** The mean over the active triplets, and its gradient with respect to the points. */
  readonly loss: number;
  readonly gradient: Float64Array;
  /** Of that mean, when the cloud is scaled: above 0 descent shrinks it, below 0 it grows. */
  readonly scaleDerivative: number;
  readonly radius: number;
}

/** Each seed has its own draws, and each step of its descent. */
const drawsOf = ({ seed, step }: BatchState): Random =>
  createRandom(Math.imul(seed, 0x9e3779b1) + step);

/** The class of each row, counted from 0. */
const labelsOf = (state: BatchState): Int32Array =>
  Int32Array.from({ length: rowsOf(state) }, (_, row) => Math.floor(row / state.k));

/** By which a state selects its triplets. */
const rulesOf = ({ squared, margin, strategy }: BatchState) =>
  ({
    distance: squared ? 'squared' : 'plain',
    margin,
    miner: strategy,
    normalise: false,
  }) as const;

/** The loss of a state's batch, and the triplets that it is summed over, each with the same draws. */
export function mineBatch(state: BatchState) {
  const embeddings = toEmbeddings(batchPoints(state));
  const labels = labelsOf(state);
  const rules = rulesOf(state);
  const batchLoss = createBatchLoss({ ...rules, loss: 'triplet', reducer: 'mean-nonzero' });
  return {
    ...batchLoss(embeddings, labels, drawsOf(state)),
    embeddings,
    distance: rules.distance,
    triplets: mineTriplets(rules, embeddings, labels, drawsOf(state)),
  };
}

export const batchQuantities = rememberLast((state: BatchState): BatchQuantities => {
  const { embeddings, distance, triplets, loss, gradient, valid, selected, active } =
    mineBatch(state);
  const distances = distanceMatrix(embeddings, distance);
  return {
    embeddings,
    distances,
    triplets,
    valid,
    selected,
    active,
    activeShare: selected === 0 ? 0 : active / selected,
    loss,
    gradient,
    scaleDerivative: scaleDerivative(embeddings, gradient),
    radius: cloudRadius(embeddings),
    ...countVotes(triplets, distances, state),
  };
});
