import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  baseConfig,
  computeLoss,
  finiteDifferences,
  largestDifference,
  pkLabels,
  randomBatch,
  withValues,
} from '#support/batches.ts';
import { everyMiner } from '#support/everyMiner.ts';
import { threeLoops } from '#support/threeLoops.ts';
import { type BatchLossConfig, createBatchLoss } from './batchLoss.ts';
import { groupByLabel } from './classes.ts';
import { easy as easyMiner } from './conventions/zoneMiners.ts';
import { countBatch } from './counts.ts';
import type { Miner } from './miners/miner.ts';
import type { MinerName } from './miners/registry.ts';

const distances = ['squared', 'plain'] as const;

describe('the contrastive loss of a batch', () => {
  test('has the gradient of finite differences', () => {
    const batch = randomBatch(8, pkLabels(3, 3), 2);
    const config = { loss: 'contrastive', distance: 'plain', margin: 1, reducer: 'mean' } as const;
    const numeric = finiteDifferences(
      Float64Array.from(batch.embeddings.values),
      (values) => computeLoss(withValues(batch, values), config).loss,
    );
    expect(largestDifference(computeLoss(batch, config).gradient, numeric)).toBeLessThan(1e-8);
  });

  test('rests at m² times the share of dissimilar pairs when everything has collapsed', () => {
    const labels = pkLabels(10, 12);
    const embeddings = { values: new Float64Array(2 * 120), rows: 120, dims: 2 };
    const config = {
      loss: 'contrastive',
      distance: 'plain',
      margin: 0.8,
      reducer: 'mean',
    } as const;
    expect(computeLoss({ embeddings, labels }, config).loss).toBeCloseTo(0.64 * (108 / 119), 12);
  });

  test('has no soft margin, and says so', () => {
    expect(() => createBatchLoss({ ...baseConfig, loss: 'contrastive', margin: 'soft' })).toThrow(
      'the contrastive loss has no soft margin',
    );
  });
});

describe('a degenerate batch', () => {
  test.each([
    ['one row', [3]],
    ['one class', [1, 1, 1]],
    ['singletons only', [1, 2, 3, 4]],
  ])('of %s has loss 0, gradient 0, and says that it is empty', (_, labels) => {
    for (const [, miner] of everyMiner) {
      const result = computeLoss(randomBatch(1, labels, 2), { miner });
      expect(result).toMatchObject({ loss: 0, valid: 0, selected: 0, active: 0, empty: true });
      expect(result.gradient.every((value) => value === 0)).toBe(true);
    }
  });

  test('that has collapsed to one point has the margin as its loss, and no force', () => {
    const labels = pkLabels(3, 3);
    for (const distance of distances) {
      const embeddings = { values: new Float64Array(18).fill(0.3), rows: 9, dims: 2 };
      const result = computeLoss({ embeddings, labels }, { distance, miner: 'batch-hard' });
      expect(result.loss).toBe(0.5);
      expect(result.gradient.every((value) => value === 0)).toBe(true);
      expect(computeLoss({ embeddings, labels }, { margin: 'soft' }).loss).toBeCloseTo(
        Math.LN2,
        12,
      );
    }
  });

  test('keeps stand-ins for incomplete anchors where that convention is asked for', () => {
    const one = randomBatch(1, [1, 1, 1], 2);
    const conventions = { incompleteAnchor: 'stand-in' } as const;
    const result = computeLoss(one, { miner: 'batch-hard', reducer: 'mean', conventions });
    expect(result.loss).toBe(0.5);
    expect(computeLoss(one, { conventions: { emptyLoss: 'NaN' } }).loss).toBeNaN();
  });
});

describe('embeddings', () => {
  test.each([1e4, 1e-6])(
    'at magnitudes near %f give finite losses that agree with the judge',
    (size) => {
      const batch = randomBatch(31, pkLabels(4, 4), 2);
      const large = withValues(
        batch,
        Float64Array.from(batch.embeddings.values, (value) => size * (1 + value / 100)),
      );
      for (const distance of distances) {
        const ours = computeLoss(large, { distance, reducer: 'sum' });
        const judge = threeLoops(large.embeddings, large.labels, {
          distance,
          reducer: 'sum',
          margin: 0.5,
        });
        expect(ours.loss / judge.loss).toBeCloseTo(1, 9);
        expect(ours.gradient.every(Number.isFinite)).toBe(true);
      }
    },
  );

  test('in single precision give what the same numbers give in double precision', () => {
    const batch = randomBatch(32, pkLabels(4, 4), 2);
    const single = Float32Array.from(batch.embeddings.values);
    const [a, b] = [
      computeLoss(withValues(batch, single)),
      computeLoss(withValues(batch, Float64Array.from(single))),
    ];
    expect(a.loss).toBe(b.loss);
    expect(a.gradient).toEqual(b.gradient);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e200])(
    'with a coordinate of %f give NaN, for the caller to stop at',
    (bad) => {
      const batch = randomBatch(33, pkLabels(3, 3), 2);
      const values = Float64Array.from(batch.embeddings.values);
      values[4] = bad;
      for (const loss of ['triplet', 'contrastive'] as const) {
        const result = computeLoss(withValues(batch, values), { loss });
        expect(result.loss).toBeNaN();
        expect(result.gradient).toHaveLength(values.length);
        expect(result.gradient.every(Number.isNaN)).toBe(true);
        expect(result).toMatchObject({ selected: 0, active: 0, empty: false, zones: null });
        // 9 rows: 36 pairs, and 9 · 2 · 6 triplets.
        expect(result.valid).toBe(loss === 'contrastive' ? 36 : 108);
      }
    },
  );

  test('on the unit sphere have no force along themselves', () => {
    const batch = randomBatch(34, pkLabels(4, 4), 3);
    const { gradient } = computeLoss(batch, { normalise: true });
    for (let row = 0; row < 16; row++) {
      let along = 0;
      for (let i = 3 * row; i < 3 * row + 3; i++)
        along += gradient[i]! * batch.embeddings.values[i]!;
      expect(along).toBeCloseTo(0, 12);
    }
  });
});

describe('what a batch loss says beside the loss', () => {
  const batch = randomBatch(35, pkLabels(3, 3), 2);

  test('has the zones of all valid triplets where they are asked for, and the margin is a number', () => {
    expect(computeLoss(batch).zones).toBeNull();
    expect(computeLoss(batch, { zones: true, margin: 'soft' }).zones).toBeNull();
    const { easy, semiHard, hard } = computeLoss(batch, { zones: true }).zones!;
    expect(easy + semiHard + hard).toBe(108);
    // Of the margin alone, whatever is mined and however the loss is reduced.
    const others = {
      zones: true,
      miner: 'batch-hard',
      reducer: 'sum',
      loss: 'contrastive',
    } as const;
    expect(computeLoss(batch, others).zones).toEqual({ easy, semiHard, hard });
    const selected = (miner: MinerName | Miner) => computeLoss(batch, { miner }).selected;
    expect([selected(easyMiner), selected('semi-hard'), selected('hard')]).toEqual([
      easy,
      semiHard,
      hard,
    ]);
  });

  test('leaves the embeddings as they were', () => {
    const values = Float64Array.from(batch.embeddings.values);
    for (const normalise of [false, true]) computeLoss(withValues(batch, values), { normalise });
    expect(values).toEqual(batch.embeddings.values);
  });

  test('divides by what was selected, by what is active, or not at all', () => {
    const sum = computeLoss(batch, { reducer: 'sum' });
    expect(sum.active).toBeLessThan(sum.selected);
    for (const [reducer, divisor] of [
      ['mean', sum.selected],
      ['mean-nonzero', sum.active],
    ] as const) {
      const mean = computeLoss(batch, { reducer });
      expect(mean.loss).toBeCloseTo(sum.loss / divisor, 12);
      expect(
        largestDifference(
          mean.gradient,
          sum.gradient.map((g) => g / divisor),
        ),
      ).toBeLessThan(1e-12);
    }
  });

  test('is 0 where everything selected is easy, and not empty', () => {
    for (const reducer of ['mean', 'mean-nonzero', 'sum'] as const) {
      const result = computeLoss(batch, { miner: easyMiner, reducer });
      expect(result).toMatchObject({ loss: 0, active: 0, empty: false });
      expect(result.selected).toBeGreaterThan(0);
      expect(result.gradient.every((value) => value === 0)).toBe(true);
    }
  });
});

describe('a P×K batch', () => {
  test('has P·K·(K-1)·(P·K-K) valid triplets', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (p, k) => {
        const { validTriplets } = countBatch(groupByLabel(pkLabels(p, k)));
        expect(validTriplets).toBe(p * k * (k - 1) * (p * k - k));
      }),
    );
  });
});

describe('bad input is refused with a sentence that says what would be right:', () => {
  const batch = randomBatch(1, pkLabels(2, 2), 2);
  const { embeddings } = batch;
  test.each<[string, Partial<BatchLossConfig>, RegExp]>([
    ['an unknown miner', { miner: 'clever' as never }, /unknown miner "clever".*batch-all/],
    ['an unknown loss', { loss: 'ranked' as never }, /unknown loss "ranked".*triplet/],
    ['an unknown reducer', { reducer: 'median' as never }, /unknown reducer "median".*mean/],
    ['an unknown distance', { distance: 'cosine' as never }, /unknown distance "cosine".*squared/],
    ['a negative margin', { margin: -1 }, /at least 0, not -1/],
    ['a margin of NaN', { margin: Number.NaN }, /finite number.*NaN/],
    [
      'a soft margin where the miner needs a number',
      { miner: 'semi-hard', margin: 'soft' },
      /semi-hard.*number/,
    ],
  ])('%s', (_, config, message) => {
    expect(() => computeLoss(batch, config)).toThrow(message);
  });

  test('labels that do not fit', () => {
    expect(() => computeLoss({ embeddings, labels: [1] })).toThrow(
      '4 embeddings need as many labels',
    );
    expect(() => computeLoss({ embeddings, labels: [1, 1, 2, 0.5] })).toThrow('label 3 is 0.5');
  });

  test('values that do not fill the rows', () => {
    const short = { ...embeddings, rows: 5 };
    expect(() => computeLoss({ embeddings: short, labels: [1, 1, 2, 2, 2] })).toThrow(
      '5 rows and 2 dimensions need 10 values, not 8',
    );
  });
});
