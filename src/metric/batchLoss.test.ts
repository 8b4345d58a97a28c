import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyBatch,
  computeLoss,
  finiteDifferences,
  largestDifference,
  pkLabels,
  randomBatch,
  withValues,
} from '#support/batches.ts';
import { everyMiner } from '#support/everyMiner.ts';
import { threeLoops } from '#support/threeLoops.ts';
import { marginTerm } from './margin.ts';
import { mineTriplets } from './mineTriplets.ts';
import { distanceMatrix } from './pairwise.ts';
import { createRandom } from './random.ts';
import { reducers } from './reducers/registry.ts';

const distances = ['squared', 'plain'] as const;
const reducerNames = [...reducers.keys()];

/** The miners that do not compare with the margin and so go with the soft one. */
const softMiners = everyMiner.filter(([name]) =>
  ['batch-all', 'batch-hard', 'semi-hard-tfa', 'random'].includes(name),
);

describe('batch-all, without visiting its triplets,', () => {
  test('agrees with three plain loops on batches full of ties, coincidences and singletons', () => {
    fc.assert(
      fc.property(
        anyBatch,
        fc.constantFrom(...distances),
        fc.constantFrom(...reducerNames),
        fc.constantFrom(0, 0.25, 0.5, 1, 'soft' as const),
        (batch, distance, reducer, margin) => {
          const ours = computeLoss(batch, { distance, reducer, margin, zones: true });
          const judge = threeLoops(batch.embeddings, batch.labels, { distance, reducer, margin });
          expect(ours.valid).toBe(judge.valid);
          expect(ours.loss).toBeCloseTo(judge.loss, 10);
          // Under a root, a tie that rounding decides may count as active with a loss of 1e-16.
          if (distance === 'squared') {
            expect(ours.active).toBe(judge.active);
            if (margin !== 'soft') expect(ours.zones).toEqual(judge.zones);
            expect(largestDifference(ours.gradient, judge.gradient)).toBeLessThan(1e-10);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test('counts what a soft margin still costs far beyond its corner', () => {
    const batch = {
      embeddings: { values: Float64Array.of(0, 0.5, 7), rows: 3, dims: 1 },
      labels: [0, 0, 1],
    };
    const options = { distance: 'squared', reducer: 'mean-nonzero', margin: 'soft' } as const;
    const { loss, active } = computeLoss(batch, options);
    const judge = threeLoops(batch.embeddings, batch.labels, options);
    expect(active).toBe(2);
    expect(active).toBe(judge.active);
    expect(loss).toBeCloseTo(judge.loss, 20);
  });

  test.each(distances)('agrees with them on larger batches, %s distances', (distance) => {
    for (const [seed, dims] of [
      [1, 2],
      [2, 16],
    ] as const) {
      const batch = randomBatch(seed, pkLabels(6, 9), dims);
      for (const reducer of reducerNames) {
        const ours = computeLoss(batch, { distance, reducer });
        const judge = threeLoops(batch.embeddings, batch.labels, {
          distance,
          reducer,
          margin: 0.5,
        });
        expect(ours.loss).toBeCloseTo(judge.loss, 8);
        expect(ours.active).toBe(judge.active);
        expect(largestDifference(ours.gradient, judge.gradient)).toBeLessThan(1e-9);
      }
    }
  });
});

describe('every miner', () => {
  test.each(everyMiner)('%s: the loss is the sum over the triplets it lists', (_, miner) => {
    for (const distance of distances) {
      const batch = randomBatch(3, [...pkLabels(4, 4), 9], 2);
      const rows = batch.labels.length;
      const result = computeLoss(batch, { miner, distance, reducer: 'sum' });
      const triplets = mineTriplets(
        { miner, distance, margin: 0.5, normalise: false },
        batch.embeddings,
        batch.labels,
        createRandom(7),
      );
      const matrix = distanceMatrix(batch.embeddings, distance);
      const { loss } = marginTerm(0.5);
      let sum = 0;
      for (let t = 0; t < triplets.length; t += 3) {
        const [a, p, n] = triplets.subarray(t, t + 3) as unknown as [number, number, number];
        expect(batch.labels[p]).toBe(batch.labels[a]);
        expect(batch.labels[n]).not.toBe(batch.labels[a]);
        expect(p).not.toBe(a);
        sum += loss(matrix[a * rows + p]! - matrix[a * rows + n]!);
      }
      expect(result.selected).toBe(triplets.length / 3);
      expect(result.loss).toBeCloseTo(sum, 9);
    }
  });

  test.each(everyMiner)('%s: the gradient is that of finite differences', (_, miner) => {
    for (const distance of distances)
      for (const reducer of reducerNames)
        for (const normalise of [false, true]) {
          const batch = randomBatch(11, pkLabels(3, 4), 3);
          const config = { miner, distance, reducer, normalise };
          const { gradient } = computeLoss(batch, config);
          const numeric = finiteDifferences(
            Float64Array.from(batch.embeddings.values),
            (values) => computeLoss(withValues(batch, values), config).loss,
          );
          const scale = Math.max(1, ...numeric.map(Math.abs));
          expect(largestDifference(gradient, numeric) / scale).toBeLessThan(1e-6);
        }
  });

  test.each(softMiners)('%s: so it is with the soft margin', (_, miner) => {
    const batch = randomBatch(12, pkLabels(3, 4), 2);
    const config = { miner, margin: 'soft', reducer: 'mean' } as const;
    const numeric = finiteDifferences(
      Float64Array.from(batch.embeddings.values),
      (values) => computeLoss(withValues(batch, values), config).loss,
    );
    expect(largestDifference(computeLoss(batch, config).gradient, numeric)).toBeLessThan(1e-7);
  });

  test.each(everyMiner)('%s: gradients sum to zero and stay finite on any batch', (_, miner) => {
    fc.assert(
      fc.property(anyBatch, fc.constantFrom(...distances), (batch, distance) => {
        const { loss, gradient } = computeLoss(batch, { miner, distance });
        expect(Number.isFinite(loss)).toBe(true);
        const { dims } = batch.embeddings;
        for (let d = 0; d < dims; d++) {
          let sum = 0;
          for (let i = d; i < gradient.length; i += dims) sum += gradient[i]!;
          expect(Math.abs(sum)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each(everyMiner)('%s: turning and moving the cloud changes nothing', (_, miner) => {
    const batch = randomBatch(21, pkLabels(4, 4), 2);
    const [cos, sin] = [Math.cos(0.7), Math.sin(0.7)];
    const values = Float64Array.from(batch.embeddings.values);
    for (let i = 0; i < values.length; i += 2) {
      const [x, y] = [values[i]!, values[i + 1]!];
      values[i] = cos * x - sin * y + 3;
      values[i + 1] = sin * x + cos * y - 2;
    }
    const [before, after] = [
      computeLoss(batch, { miner }),
      computeLoss(withValues(batch, values), { miner }),
    ];
    expect(after.loss).toBeCloseTo(before.loss, 10);
    expect(after.selected).toBe(before.selected);
  });
});
