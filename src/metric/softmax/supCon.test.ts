import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largestDifference, pkLabels } from '#support/batches.ts';
import { cosineOf, drawnRows, dotOf, expectGradients, meanOf, rowsOf } from '#support/views.ts';
import { createBatchLoss } from '../batchLoss.ts';
import { stackViews } from './views.ts';
import { ntXentOfViews, supCon } from './supCon.ts';

const [one, other, third] = [drawnRows(1, 5, 3), drawnRows(2, 5, 3), drawnRows(3, 5, 3)];
const labels = [4, 4, 7, 4, 9];

/** SupCon in plain loops: mean over positives outside the logarithm, all of them in the denominator. */
function written(
  rows: readonly (readonly number[])[],
  groups: readonly number[],
  anchors: number,
  similarity = cosineOf,
): number[] {
  return rows.slice(0, anchors).map((row, a) => {
    const others = [...rows.keys()].filter((j) => j !== a);
    const all = others.reduce((sum, j) => sum + Math.exp(similarity(row, rows[j]!) / 0.3), 0);
    const positives = others.filter((j) => groups[j] === groups[a]);
    if (positives.length === 0) return 0;
    return meanOf(positives.map((p) => -Math.log(Math.exp(similarity(row, rows[p]!) / 0.3) / all)));
  });
}

describe('SupCon of views', () => {
  test.each([
    ['one view', [one]],
    ['two views', [one, other]],
    ['three views', [one, other, third]],
  ])(
    'of %s is the formula, with all or the first as anchors, with and without labels',
    (_, views) => {
      const rows = views.flatMap(rowsOf);
      for (const own of [labels, undefined])
        for (const anchors of ['all', 'first view'] as const)
          for (const ofUnitRows of [true, false]) {
            const count = anchors === 'all' ? rows.length : 5;
            const groups = rows.map((__, row) => (own ? own[row % 5]! : row % 5));
            const similarity = ofUnitRows ? cosineOf : dotOf;
            const expected = written(rows, groups, count, similarity);
            const options = { temperature: 0.3, anchors, ofUnitRows, ...(own && { labels: own }) };
            const found = supCon(views, options);
            expect(largestDifference(found.perAnchor, expected)).toBeLessThan(1e-10);
            expect(found.loss).toBeCloseTo(meanOf(expected), 10);
            expectGradients(views, found.gradients, (moved) => supCon(moved, options).loss);
          }
    },
  );

  test('has the gradients of finite differences wherever the mean and the positives stand', () => {
    for (const mean of ['outside', 'inside'] as const)
      for (const denominator of ['all', 'own', 'none'] as const) {
        const options = { temperature: 0.4, baseTemperature: 0.07, labels, mean, denominator };
        const found = supCon([one, other], options);
        expectGradients([one, other], found.gradients, (moved) => supCon(moved, options).loss);
      }
  });

  test('puts the mean inside the logarithm at no more than outside (Jensen)', () => {
    const loss = (mean: 'outside' | 'inside') =>
      supCon([one, other], { temperature: 0.3, labels, mean }).loss;
    expect(loss('inside')).toBeLessThan(loss('outside'));
  });

  test('keeps anchors without a positive at 0, or drops them', () => {
    const kept = supCon([one], { temperature: 0.3, labels });
    const dropped = supCon([one], { temperature: 0.3, labels, lonely: 'dropped' });
    expect([...kept.positives]).toEqual([2, 2, 0, 2, 0]);
    expect(kept.loss * 5).toBeCloseTo(dropped.loss * 3, 12);
    expect([...dropped.perAnchor].map(Number.isNaN)).toEqual([false, false, true, false, true]);
    const nothing = supCon([one], { temperature: 0.3, lonely: 'dropped' });
    expect(nothing.loss).toBe(0);
    expect(nothing.gradients[0]!.every((value) => Object.is(Math.abs(value), 0))).toBe(true);
  });

  test('of rows of two for each label is the loss of the lab', () => {
    const { values, dims } = stackViews([one, other]);
    const groups = [...pkLabels(5, 1), ...pkLabels(5, 1)];
    const embeddings = { values, rows: 10, dims };
    const config = { reducer: 'mean', normalise: false, temperature: 0.3 } as const;
    const found = ntXentOfViews(one, other, { temperature: 0.3 });
    for (const loss of ['nt-xent', 'sup-con'] as const) {
      const lab = createBatchLoss({ ...config, loss, baseTemperature: 0.3 });
      const { loss: value, gradient } = lab(embeddings, groups, () => 0);
      expect(found.loss).toBeCloseTo(value, 12);
      expect(
        largestDifference([...found.gradients[0]!, ...found.gradients[1]!], gradient),
      ).toBeLessThan(1e-12);
    }
  });

  test('has shares that sum to one for every anchor, and none of itself', () => {
    const { shares } = ntXentOfViews(one, other, { temperature: 0.1 });
    for (let row = 0; row < 10; row++) {
      const own = shares.subarray(10 * row, 10 * row + 10);
      expect(own.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(own[row]).toBe(0);
    }
  });

  test('of one sample in two views is 0', () => {
    const found = ntXentOfViews(drawnRows(1, 1, 3), drawnRows(2, 1, 3), { temperature: 0.1 });
    expect(found.loss).toBeCloseTo(0, 12);
    expect(found.gradients.flatMap((each) => [...each].map(Math.abs))).toEqual(
      new Array(6).fill(0),
    );
  });

  test('refuses views and labels that do not fit', () => {
    expect(() => supCon([], { temperature: 1 })).toThrow('needs at least one, not none');
    expect(() => supCon([one, drawnRows(1, 4, 3)], { temperature: 1 })).toThrow(
      'have as many rows, not 5 and 4',
    );
    expect(() => supCon([one, drawnRows(1, 5, 2)], { temperature: 1 })).toThrow(
      'two views need the same dimensions, not 3 and 2',
    );
    expect(() => supCon([one], { temperature: 1, labels: [1] })).toThrow(
      '5 samples need as many labels, not 1',
    );
    expect(() => supCon([one], { temperature: 0 })).toThrow('a temperature must be');
  });

  test('stays finite for rows of any length and at any temperature', () => {
    const size = fc.constantFrom(1e-6, 1e-3, 1, 1e4);
    const temperature = fc.double({ min: 0.01, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.integer(), size, temperature, fc.boolean(), (seed, times, T, ofUnitRows) => {
        const [a, b] = [drawnRows(seed, 4, 3, times), drawnRows(seed + 1, 4, 3, times)];
        const found = ntXentOfViews(a, b, { temperature: T, ofUnitRows });
        expect(Number.isFinite(found.loss)).toBe(true);
        for (const gradient of found.gradients) expect(gradient.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
