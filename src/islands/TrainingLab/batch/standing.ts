import { formatNumber } from '#kit/figure/numberFormat.ts';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { listed } from '#metric/miners/listed.ts';
import { normaliseRows } from '#metric/normalise.ts';
import { distanceMatrix } from '#metric/pairwise.ts';
import { type Zone, zoneOf } from '#metric/zones.ts';
import { batchLossConfig } from '#training/config.ts';
import type { InspectedBatch } from '#training/inspectedBatch.ts';

/** How a triplet or a pair stands, with respect to its own loss. */
export interface Standing {
  /** Of a triplet d_ap and d_an, of a pair its one distance; in the units of the loss. */
  readonly distances: readonly number[];
  readonly zone: Zone | undefined;
  readonly loss: number;
  /** The loss with its numbers in it. */
  readonly sum: string;
  /** Lengths of the gradient at each of its points. */
  readonly gradients: readonly number[];
}

const noChance = () => 0;

/** A triplet (anchor, positive, negative) or a pair of rows of a batch, before the step or after it. */
export function standingOf(
  batch: InspectedBatch,
  rows: readonly number[],
  when: 'before' | 'after',
): Standing {
  const { labels, config } = batch;
  const all = batch[when];
  const dims = all.length / labels.length;
  const values = new Float64Array(rows.length * dims);
  rows.forEach((row, k) => {
    values.set(all.subarray(row * dims, (row + 1) * dims), k * dims);
  });
  const part = { values, rows: rows.length, dims };
  const setup = batchLossConfig(config);
  const isTriplet = rows.length === 3;
  const own = createBatchLoss({
    ...setup,
    reducer: 'sum',
    miner: isTriplet ? listed : 'batch-all',
  })(
    part,
    rows.map((row) => labels[row]!),
    noChance,
  );
  const placed = setup.normalise ? { ...part, values: normaliseRows(part) } : part;
  const matrix = distanceMatrix(placed, setup.distance);
  const distances = isTriplet ? [matrix[1]!, matrix[2]!] : [matrix[1]!];
  const gradients = rows.map((_, k) =>
    Math.hypot(...own.gradient.subarray(k * dims, (k + 1) * dims)),
  );
  const isSimilar = labels[rows[0]!] === labels[rows[1]!];
  const [first = 0, second = 0] = distances;
  const zone =
    isTriplet && setup.margin !== 'soft' ? zoneOf(first, second, setup.margin) : undefined;
  const told = [first, second].map((distance) => formatNumber(distance));
  const margin = setup.margin === 'soft' ? '' : formatNumber(setup.margin);
  const formula = () => {
    if (!isTriplet) return isSimilar ? `${told[0]}²` : `max(0, ${margin} − ${told[0]})²`;
    return setup.margin === 'soft'
      ? `ln(1 + exp(${told[0]} − ${told[1]}))`
      : `max(0, ${told[0]} − ${told[1]} + ${margin})`;
  };
  return {
    distances,
    zone,
    loss: own.loss,
    sum: `${formula()} = ${formatNumber(own.loss)}`,
    gradients,
  };
}
