import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { createRandom } from '#metric/random.ts';
import { batchLossConfig, DEFAULT_CONFIG, type TrainingConfig } from '#training/config.ts';
import type { InspectedBatch } from '#training/inspectedBatch.ts';
import { MOST_ITEMS, selectionOf } from './items.ts';
import { createReservoir } from './reservoir.ts';
import { standingOf } from './standing.ts';

function batchOf(
  change: Partial<TrainingConfig>,
  { classes = 3, of = 3, seed = 1 } = {},
): InspectedBatch {
  const random = createRandom(seed);
  const rows = classes * of;
  const points = () => Float32Array.from({ length: 2 * rows }, () => 2 * random() - 1);
  return {
    step: 1,
    config: { ...DEFAULT_CONFIG, ...change },
    labels: Int32Array.from({ length: rows }, (_, row) => row % classes),
    inputs: new Float32Array(4 * rows),
    before: points(),
    after: points(),
    draws: new Float64Array(),
    classes: [],
    learned: [],
  };
}

/** What the loss itself says of the batch. */
const lossOf = ({ config, before, labels }: InspectedBatch, random = () => 0) =>
  createBatchLoss(batchLossConfig(config))(
    { values: before, rows: labels.length, dims: 2 },
    labels,
    random,
  );

describe('what the loss looked at in a batch', () => {
  test.each([
    {},
    { miner: 'semi-hard' },
    { miner: 'batch-hard' },
    { softMargin: true },
    { normalise: true, margin: 0.2, distance: 'plain' },
    { loss: 'contrastive', distance: 'plain' },
    { loss: 'contrastive', distance: 'plain', miner: 'batch-hard' },
  ] as const)('with %o is what the loss counts and sums', (change) => {
    const batch = batchOf({ ...change, reducer: 'sum' });
    const { selected, items, counts, stride } = selectionOf(batch);
    const told = lossOf(batch);
    expect(stride).toBe(1);
    expect(selected).toBe(told.selected);
    expect(items).toHaveLength(selected);
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(selected);
    const sum = items.reduce((all, { rows }) => all + standingOf(batch, rows, 'before').loss, 0);
    expect(sum).toBeCloseTo(told.loss, 6);
  });

  test('with random triplets is what was drawn then', () => {
    const draws: number[] = [];
    const random = createRandom(9);
    const batch = batchOf({ miner: 'random', reducer: 'sum' });
    const told = lossOf(batch, () => {
      draws.push(random());
      return draws.at(-1)!;
    });
    const { items } = selectionOf({ ...batch, draws: Float64Array.from(draws) });
    const sum = items.reduce((all, { rows }) => all + standingOf(batch, rows, 'before').loss, 0);
    expect(sum).toBeCloseTo(told.loss, 6);
  });

  test('offline is the list: its threes, whatever other rows are called', () => {
    const batch = batchOf({ miner: 'offline-hard' });
    const labels = Int32Array.of(5, 5, 1, 5, 5, 1, 2, 2, 5);
    const { items } = selectionOf({ ...batch, labels });
    expect(items.map(({ rows }) => rows)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
    ]);
  });

  test('of a large batch is a sample, from some anchors, and says so', () => {
    const batch = batchOf({}, { classes: 10, of: 40 });
    const { items, selected, stride } = selectionOf(batch);
    expect(stride).toBe(2);
    expect(items).toHaveLength(MOST_ITEMS);
    expect(selected).toBe(200 * 39 * 360);
    for (const { rows } of items) expect(rows[0]! % 2).toBe(0);
  });
});

describe('how a triplet stands', () => {
  test('agrees with the formula that is shown, and its zone with its loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const batch = batchOf({ distance: 'squared', margin: 0.5 }, { seed });
        for (const { rows } of selectionOf(batch).items.slice(0, 20)) {
          const { x, y, loss, kind: zone, gradients } = standingOf(batch, rows, 'after');
          const hinge = x - y + 0.5;
          expect(loss).toBeCloseTo(Math.max(0, hinge), 9);
          expect(zone === 'easy').toBe(loss === 0);
          if (zone === 'easy') expect(gradients).toEqual([0, 0, 0]);
          // Pushed away from the negative and pulled to the positive, by as much as these move.
          else expect(gradients[1]).toBeCloseTo(2 * Math.sqrt(x), 6);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('has no zone under a soft margin, and its formula has none either', () => {
    const batch = batchOf({ softMargin: true });
    const { facts, sum } = standingOf(batch, [0, 3, 1], 'before');
    expect(facts[2]).toBe('none: the margin is soft');
    expect(sum).toMatch(/^ln\(1 \+ exp\([\d.]+ − [\d.]+\)\) = [\d.]+$/);
  });
});

test('a reservoir keeps everything as long as there is room, then each as likely as any other', () => {
  const random = createRandom(4);
  const times = new Float64Array(20);
  for (let round = 0; round < 2000; round++) {
    const reservoir = createReservoir<number>(5, random);
    for (let item = 0; item < 20; item++) reservoir.offer(() => item);
    expect(reservoir.seen()).toBe(20);
    for (const item of reservoir.kept()) times[item]!++;
  }
  for (const count of times) expect(count / 2000).toBeCloseTo(0.25, 1);
});
