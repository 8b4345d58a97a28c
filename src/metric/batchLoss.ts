import type { Batch } from './batch.ts';
import { type Classes, groupByLabel } from './classes.ts';
import { type Conventions, ourConventions } from './conventions.ts';
import { countBatch } from './counts.ts';
import { countZones, type ZoneCounts } from './countZones.ts';
import { type DistanceName, distances } from './distances/registry.ts';
import { checkLabelled, type Embeddings, isDiverged } from './embeddings.ts';
import { lookUp } from './lookUp.ts';
import type { Tally } from './losses/loss.ts';
import { type LossName, losses } from './losses/registry.ts';
import { checkMargin, type Margin } from './margin.ts';
import type { Miner } from './miners/miner.ts';
import { type MinerName, miners } from './miners/registry.ts';
import { normalisationGradient, normaliseRows } from './normalise.ts';
import type { Random } from './random.ts';
import { type ReducerName, reducers } from './reducers/registry.ts';

export type { DistanceName, MinerName, ReducerName };

export interface BatchLossConfig {
  readonly loss: LossName;
  readonly distance: DistanceName;
  /** Whether rows are divided by their length first; the gradient is that of the raw rows. */
  readonly normalise: boolean;
  /** By name, or a miner of your own making. */
  readonly miner: MinerName | Miner;
  readonly reducer: ReducerName;
  /** In units of the chosen distance. */
  readonly margin: Margin;
  /** Whether to count the zones of all valid triplets as well. Default: no. */
  readonly zones?: boolean;
  /** Other conventions than ours. */
  readonly conventions?: Partial<Conventions>;
}

export interface BatchLoss {
  readonly loss: number;
  /** ∂loss/∂embeddings, rows × dims, with respect to the raw embeddings. */
  readonly gradient: Float64Array;
  /** How many triplets (pairs for the contrastive loss) the batch offers. */
  readonly valid: number;
  /** How many of them the miner selected. */
  readonly selected: number;
  /** How many of those have a positive loss. */
  readonly active: number;
  /** Whether nothing was selected; the loss is then 0, and so is the gradient. */
  readonly empty: boolean;
  /** Of all valid triplets, where asked for and the margin is a number; otherwise null. */
  readonly zones: ZoneCounts | null;
}

/** What NaN, infinite or overflowing embeddings get: NaN throughout, for the caller to stop at. */
function diverged(
  config: BatchLossConfig,
  length: number,
  { of, members, labels }: Classes,
): BatchLoss {
  const pairs = (of.length * (of.length - 1)) / 2;
  return {
    loss: Number.NaN,
    gradient: new Float64Array(length).fill(Number.NaN),
    valid:
      config.loss === 'contrastive' ? pairs : countBatch({ of, members, labels }).validTriplets,
    selected: 0,
    active: 0,
    empty: false,
    zones: null,
  };
}

/** Divides the tally as the reducer says. A divisor of 0 leaves zeros. */
function reduce(
  { sum, gradient }: Tally,
  divisor: number,
): { loss: number; gradient: Float64Array } {
  if (divisor === 0) return { loss: 0, gradient };
  for (let i = 0; i < gradient.length; i++) gradient[i]! /= divisor;
  return { loss: sum / divisor, gradient };
}

/**
 * A loss over a labelled batch, put together from a distance, a miner, a loss and a reducer. The
 * returned function takes rows × dims embeddings with one whole-number label per row.
 *
 * An anchor without a positive or a negative contributes nothing; an empty selection has loss 0 and
 * says so. Non-finite embeddings (and those too large to square) give a NaN loss and gradient.
 * Throws on unknown names, a negative or non-finite margin, a miner or loss that has no use for a
 * soft margin, and, per call, on embeddings and labels that do not fit each other.
 */
export function createBatchLoss(
  config: BatchLossConfig,
): (embeddings: Embeddings, labels: ArrayLike<number>, random: Random) => BatchLoss {
  const conventions = { ...ourConventions, ...config.conventions };
  const { margin } = config;
  if (margin !== 'soft') checkMargin(margin);
  const distance = lookUp(distances, 'distance', config.distance);
  const miner =
    typeof config.miner === 'string' ? lookUp(miners, 'miner', config.miner) : config.miner;
  const reducer = lookUp(reducers, 'reducer', config.reducer);
  const standIns = conventions.incompleteAnchor === 'stand-in';
  const selection = miner({ margin, marginTie: conventions.marginTie, standIns });
  const evaluate = lookUp(losses, 'loss', config.loss)({ distance, selection, margin, standIns });

  return (embeddings, labels, random) => {
    checkLabelled(embeddings, labels);
    const classes = groupByLabel(labels);
    const { values, rows, dims } = embeddings;
    if (isDiverged(values)) return diverged(config, values.length, classes);

    const points = config.normalise ? normaliseRows(embeddings) : new Float64Array(values);
    const batch: Batch = { points, rows, dims, classes };
    const tally = evaluate(batch, random);
    const { selected, active, valid } = tally;
    const { loss, gradient } = reduce(tally, reducer(tally));
    const empty = selected === 0;
    return {
      loss: empty && conventions.emptyLoss === 'NaN' ? Number.NaN : loss,
      gradient: config.normalise ? normalisationGradient(embeddings, gradient) : gradient,
      valid,
      selected,
      active,
      empty,
      zones: config.zones && margin !== 'soft' ? countZones(batch, distance, margin) : null,
    };
  };
}
