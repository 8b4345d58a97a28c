import { countZones, type ZoneCounts } from './countZones.ts';
import { isDiverged } from './embeddings.ts';
import type { Embeddings } from './embeddings.ts';
import { lookUp } from './lookUp.ts';
import type { Tally } from './losses/loss.ts';
import { type LossConfig, prepareLoss, toBatch } from './prepareLoss.ts';
import { normalisationGradient } from './normalise.ts';
import type { Random } from './random.ts';
import { type ReducerName, reducers } from './reducers/registry.ts';

export interface BatchLossConfig extends LossConfig {
  readonly reducer: ReducerName;
  /** Whether to count the zones of all valid triplets as well. Default: no. */
  readonly zones?: boolean;
}

export interface BatchLoss {
  readonly loss: number;
  /** ∂loss/∂embeddings, rows × dims, with respect to the raw embeddings. */
  readonly gradient: Float64Array;
  /**
   * The rows as the loss saw them, of length 1 where the configuration normalises, and ∂loss/∂them:
   * the same array as `gradient` where it does not.
   */
  readonly seen: { readonly points: Float64Array; readonly gradient: Float64Array };
  /** ∂loss/∂each array that the loss learns, in their order; none for a loss that learns nothing. */
  readonly learnedGradients: readonly Float64Array[];
  /** How many triplets (or pairs, or anchors: what the loss sums over) the batch offers. */
  readonly valid: number;
  /** How many of them the miner selected. */
  readonly selected: number;
  /** How many of those have a positive loss. */
  readonly active: number;
  /** Whether nothing was selected; the loss is then 0, and so is the gradient. */
  readonly empty: boolean;
  /** Of all valid triplets, where asked for and the loss has a margin that is a number; otherwise null. */
  readonly zones: ZoneCounts | null;
}

/** The loss of rows × dims embeddings with one whole-number label per row. */
export type LossOfBatch = (
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  random: Random,
  learned?: readonly Float64Array[],
) => BatchLoss;

/** What NaN, infinite or overflowing numbers get: NaN throughout, for the caller to stop at. */
const diverged = (valid: number, values: number, learned: readonly Float64Array[]): BatchLoss => ({
  loss: Number.NaN,
  gradient: new Float64Array(values).fill(Number.NaN),
  seen: {
    points: new Float64Array(values).fill(Number.NaN),
    gradient: new Float64Array(values).fill(Number.NaN),
  },
  learnedGradients: learned.map(({ length }) => new Float64Array(length).fill(Number.NaN)),
  valid,
  selected: 0,
  active: 0,
  empty: false,
  zones: null,
});

/** Divides the tally as the reducer says. A divisor of 0 leaves zeros. */
function reduce({ sum, gradient, learnedGradients = [] }: Tally, divisor: number) {
  if (divisor === 0) return { loss: 0, gradient, learnedGradients };
  for (const each of [gradient, ...learnedGradients])
    for (let i = 0; i < each.length; i++) each[i]! /= divisor;
  return { loss: sum / divisor, gradient, learnedGradients };
}

/**
 * A loss over a labelled batch, put together from a distance, a miner, a loss and a reducer. A loss
 * that learns arrays of its own is given them with each batch.
 *
 * An anchor without a positive or a negative contributes nothing; an empty selection has loss 0 and
 * says so. Non-finite embeddings (and those too large to square) give a NaN loss and gradient.
 * Throws on unknown names, a negative or non-finite margin, a miner or loss that has no use for a
 * soft margin, and, per call, on embeddings and labels that do not fit each other.
 */
export function createBatchLoss(config: BatchLossConfig): LossOfBatch {
  const { rule, setup, conventions } = prepareLoss(config);
  const reducer = lookUp(reducers, 'reducer', config.reducer);
  const evaluate = rule.create(setup);
  const { margin, distance, values } = setup;

  return (embeddings, labels, random, learned = []) => {
    const batch = toBatch(embeddings, labels, config.normalise);
    const valid = rule.countValid(batch.classes, values);
    if (isDiverged(embeddings.values) || learned.some(isDiverged))
      return diverged(valid, embeddings.values.length, learned);

    const tally = evaluate(batch, random, learned);
    const { selected, active } = tally;
    const { loss, gradient, learnedGradients } = reduce(tally, reducer.divisor(tally));
    const empty = selected === 0;
    return {
      loss: empty && conventions.emptyLoss === 'NaN' ? Number.NaN : loss,
      gradient: config.normalise ? normalisationGradient(embeddings, gradient) : gradient,
      seen: { points: batch.points, gradient },
      learnedGradients,
      valid,
      selected,
      active,
      empty,
      zones:
        config.zones && typeof margin === 'number' ? countZones(batch, distance, margin) : null,
    };
  };
}
