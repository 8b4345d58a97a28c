import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyBatch, pkLabels, randomBatch } from '#support/batches.ts';
import { averagePrecisionAtROf, averagePrecisionOf, mapAtR } from './averagePrecision.ts';
import { equalErrorRate } from './equalErrorRate.ts';
import { knnAccuracy, leaveOneOutKnnAccuracy } from './knn.ts';
import { recallAtK } from './recall.ts';
import { areaUnderRoc, rocCurve, tarAtFar } from './roc.ts';
import { rPrecision, rPrecisionOf } from './rPrecision.ts';
import { foldAccuracies, ratesAt } from './thresholdAccuracy.ts';

const line = (coordinates: readonly number[]) => ({
  values: Float64Array.from(coordinates),
  rows: coordinates.length,
  dims: 1,
});

describe('retrieval', () => {
  const apart = line([0, 0.1, 0.2, 5, 5.1, 5.2]);
  const classes = [0, 0, 0, 1, 1, 1];

  test('is perfect where classes are apart, by every measure', () => {
    expect(recallAtK(apart, classes, 1)).toBe(1);
    expect(rPrecision(apart, classes)).toBe(1);
    expect(mapAtR(apart, classes)).toBe(1);
    expect(leaveOneOutKnnAccuracy(apart, classes, 2)).toBe(1);
  });

  test('counts a row alone in its class as a miss of recall, and leaves it out of R-precision', () => {
    const labels = [0, 0, 0, 1, 1, 2];
    expect(recallAtK(apart, labels, 1)).toBeCloseTo(5 / 6, 12);
    expect(rPrecision(apart, labels)).toBe(1);
  });

  test('rewards order by MAP@R and not by R-precision', () => {
    const early = { query: 0, relevant: [true, false, true], total: 2 };
    const late = { query: 0, relevant: [false, true, true], total: 2 };
    expect([rPrecisionOf(early), rPrecisionOf(late)]).toEqual([1 / 2, 1 / 2]);
    expect(averagePrecisionAtROf(early)).toBe(1 / 2);
    expect(averagePrecisionAtROf(late)).toBe(1 / 4);
    expect(averagePrecisionOf(early)).toBe((1 + 2 / 3) / 2);
    expect(averagePrecisionOf(late)).toBe((1 / 2 + 2 / 3) / 2);
  });

  test('never has MAP@R above R-precision, and recall grows with k', () => {
    fc.assert(
      fc.property(anyBatch, ({ embeddings, labels }) => {
        expect(mapAtR(embeddings, labels)).toBeLessThanOrEqual(
          rPrecision(embeddings, labels) + 1e-12,
        );
        expect(recallAtK(embeddings, labels, 2)).toBeGreaterThanOrEqual(
          recallAtK(embeddings, labels, 1),
        );
      }),
    );
  });

  test('takes the smallest label where votes tie, and refuses a k that cannot be', () => {
    const options = {
      reference: line([-1, 1]),
      referenceLabels: [7, 3],
      query: line([0.1]),
      queryLabels: [3],
    };
    expect(knnAccuracy({ ...options, k: 2 })).toBe(1);
    expect(() => knnAccuracy({ ...options, k: 3 })).toThrow('from 1 to 2 neighbours, not 3');
    expect(() => recallAtK(options.reference, [1, 1], 0)).toThrow('at least 1, not 0');
  });

  test('finds chance level in noise', () => {
    const { embeddings, labels } = randomBatch(4, pkLabels(10, 60), 2);
    expect(recallAtK(embeddings, labels, 1)).toBeCloseTo(0.1, 1);
  });
});

const pairs = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.boolean()), { minLength: 2, maxLength: 40 })
  .filter((list) => list.some(([, same]) => same) && list.some(([, same]) => !same));

describe('verification', () => {
  test('has an area under the curve that is the chance to rank a same pair above a different one', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const same = list.filter(([, isSame]) => isSame).map(([score]) => score);
        const different = list.filter(([, isSame]) => !isSame).map(([score]) => score);
        let wins = 0;
        for (const s of same) for (const d of different) wins += s > d ? 1 : s === d ? 0.5 : 0;
        const curve = rocCurve(
          list.map(([score]) => score),
          list.map(([, isSame]) => isSame),
        );
        expect(areaUnderRoc(curve)).toBeCloseTo(wins / (same.length * different.length), 12);
      }),
    );
  });

  test('rises from (0, 0) to (1, 1), and its equal error rate lies where both errors are equal', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const curve = rocCurve(
          list.map(([score]) => score),
          list.map(([, isSame]) => isSame),
        );
        expect([curve.far[0], curve.tar[0]]).toEqual([0, 0]);
        expect([curve.far.at(-1), curve.tar.at(-1)]).toEqual([1, 1]);
        const { interpolated } = equalErrorRate(curve);
        const tar = tarAtFar(curve, interpolated);
        // On a vertical piece of the curve the line takes the whole step at once.
        expect(tar.interpolated).toBeGreaterThanOrEqual(1 - interpolated - 1e-9);
        expect(tar.step).toBeLessThanOrEqual(tar.interpolated + 1e-12);
      }),
    );
  });

  test('has no errors where every same pair scores above every different one', () => {
    const curve = rocCurve([5, 4, 2, 1], [true, true, false, false]);
    expect(areaUnderRoc(curve)).toBe(1);
    expect(equalErrorRate(curve)).toEqual({ interpolated: 0, nearestPoint: 0 });
    expect(tarAtFar(curve, 0)).toEqual({ step: 1, interpolated: 1 });
  });

  test('chooses a fold’s threshold on the other folds', () => {
    const data = {
      distances: [0.1, 0.9, 0.2, 0.8, 0.3, 0.7],
      same: [true, false, true, false, true, false],
    };
    expect(foldAccuracies(data, { folds: 3, thresholds: [0.05, 0.5, 2] })).toEqual([1, 1, 1]);
    expect(ratesAt(data, 0.25)).toEqual({ tar: 2 / 3, far: 0 });
  });

  test('refuses what does not fit', () => {
    expect(() => rocCurve([1, 2], [true])).toThrow('2 scores need as many truths, not 1');
    expect(() => rocCurve([Number.NaN], [true])).toThrow('score 0 is not a number');
    expect(() => tarAtFar(rocCurve([1, 0], [true, false]), 1.5)).toThrow('from 0 to 1, not 1.5');
    expect(() =>
      foldAccuracies({ distances: [1], same: [true] }, { folds: 2, thresholds: [1] }),
    ).toThrow('folds must be a whole number from 2 to 1 pairs');
  });
});
