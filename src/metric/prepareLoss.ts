import type { Batch } from './batch.ts';
import { groupByLabel } from './classes.ts';
import { type Conventions, ourConventions } from './conventions/conventions.ts';
import type { Distance } from './distances/distance.ts';
import { type DistanceName, toDistance } from './distances/registry.ts';
import { checkLabelled, type Embeddings } from './embeddings.ts';
import { lookUp } from './lookUp.ts';
import type { LossRule } from './losses/loss.ts';
import type { LossSetup } from './losses/setup.ts';
import { type LossName, losses, type LossValues } from './losses/registry.ts';
import { checkMargin, type Margin } from './margin.ts';
import type { Miner } from './miners/miner.ts';
import { type MinerName, toMiner } from './miners/registry.ts';
import { normaliseRows } from './normalise.ts';

/** A loss with what it needs; its parameters stand beside it, and have their defaults where they are left out. */
export interface LossConfig extends Partial<Omit<LossValues, 'margin'>> {
  /** By name, or a loss of your own making. */
  readonly loss: LossName | LossRule;
  /** By name, or a distance of your own making. Default: squared. */
  readonly distance?: DistanceName | Distance;
  /** Whether rows are divided by their length first; the gradient is that of the raw rows. */
  readonly normalise: boolean;
  /** By name, or a miner of your own making. Default: all triplets. */
  readonly miner?: MinerName | Miner;
  /** In units of the chosen distance; for the losses that have one. */
  readonly margin?: Margin;
  /** Every label that may come, ascending: for losses that learn. */
  readonly labels?: readonly number[];
  /** The values of the arrays that the loss learns: for looking at what it sums over. */
  readonly learned?: readonly Float64Array[];
  /** Other conventions than ours. */
  readonly conventions?: Partial<Conventions>;
}

export interface PreparedLoss {
  readonly rule: LossRule;
  readonly setup: LossSetup;
  readonly conventions: Conventions;
}

/**
 * Looks up what a configuration names, and takes the loss's parameters from it. Throws on unknown
 * names, and on a negative or non-finite margin.
 */
export function prepareLoss(config: LossConfig): PreparedLoss {
  const conventions = { ...ourConventions, ...config.conventions };
  const rule: LossRule =
    typeof config.loss === 'string' ? lookUp(losses, 'loss', config.loss) : config.loss;
  const given = config as unknown as Readonly<Record<string, unknown>>;
  const values = Object.fromEntries(
    Object.entries(rule.parameters).map(([name, { initial }]) => [name, given[name] ?? initial]),
  );
  const margin = rule.margin?.(values);
  if (typeof margin === 'number') checkMargin(margin);
  const standIns = conventions.incompleteAnchor === 'stand-in';
  const miner = toMiner(config.miner ?? 'batch-all');
  return {
    rule,
    conventions,
    setup: {
      values,
      margin,
      standIns,
      distance: toDistance(config.distance ?? 'squared'),
      selection: miner({ margin, marginTie: conventions.marginTie, standIns }),
      labels: config.labels ?? [],
      learned: config.learned ?? [],
    },
  };
}

/** Embeddings as losses see them: grouped by label, of length 1 where that is asked for. */
export function toBatch(
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  normalise: boolean,
): Batch {
  checkLabelled(embeddings, labels);
  const { values, rows, dims } = embeddings;
  const points = normalise ? normaliseRows(embeddings) : new Float64Array(values);
  return { points, rows, dims, classes: groupByLabel(labels) };
}
