import { type Classes, forEachMember, groupByLabel } from '#metric/classes.ts';
import type { SelectBlindly } from '#metric/miners/miner.ts';
import type { Random } from '#metric/random.ts';
import type { TrainingConfig } from '../config.ts';
import { recorded } from '../draws.ts';
import { lossOf, minerOf } from '../settings/choices.ts';

/** How the card is told of a batch's classes, and of what a miner selects that looks at no distances. */
export interface DrawnBatch {
  /** The class of each row, from 0: among the class vectors, where the loss learns them. */
  readonly classOf: Int32Array;
  /** The rows of each class. */
  readonly members: readonly Int32Array[];
  /** Of each row as an anchor its positive and its negative; the number of rows for none. */
  readonly picks?: Int32Array;
  /** The random numbers that the miner drew. */
  readonly draws: Float64Array;
}

/** As in src/metric an anchor that lacks a positive or a negative has no triplet. */
function picksOf(select: SelectBlindly, classes: Classes, random: Random): Int32Array {
  const rows = classes.of.length;
  const picks = new Int32Array(2 * rows).fill(rows);
  forEachMember(classes, (row) => {
    if (row.positives.length === 0 || row.negatives.length === 0) return;
    select({ ...row, random }, (positive, negative) => {
      picks.set([positive, negative], 2 * row.anchor);
    });
  });
  return picks;
}

/** A batch of rows of these groups, of labels that are trained on; the miner's draws are in the order of src/metric. */
export function drawBatch(
  config: TrainingConfig,
  { groups, labels }: { readonly groups: ArrayLike<number>; readonly labels: readonly number[] },
  source: Random,
): DrawnBatch {
  const classes = groupByLabel(groups);
  const { random, draws } = recorded(source);
  const { blind } = minerOf(config);
  const picks = blind && picksOf(blind, classes, random);
  const learns = lossOf(config).learns !== undefined;
  const places = classes.labels.map((label, id) => (learns ? labels.indexOf(label) : id));
  return {
    classOf: classes.of.map((id) => places[id]!),
    members: classes.members,
    ...(picks && { picks }),
    draws: Float64Array.from(draws),
  };
}
