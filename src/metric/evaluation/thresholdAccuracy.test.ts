import { describe, expect, test } from 'vitest';
import { foldAccuracies, ratesAt } from './thresholdAccuracy.ts';

describe('the rates at one threshold', () => {
  const pairs = {
    distances: [1, 2, 3, 1, 2, 3, 3],
    same: [true, true, true, false, false, false, false],
  };

  test('accept what lies below it, and not what lies at it', () => {
    expect(ratesAt(pairs, 1)).toEqual({ tar: 0, far: 0 });
    expect(ratesAt(pairs, 2)).toEqual({ tar: 1 / 3, far: 1 / 4 });
    expect(ratesAt(pairs, 4)).toEqual({ tar: 1, far: 1 });
  });

  test('need a truth for every distance', () => {
    expect(() => ratesAt({ ...pairs, same: [true] }, 1)).toThrow(
      '7 distances need as many truths, not 1',
    );
  });
});

describe('the accuracy of folds', () => {
  test('is judged with the threshold that is best on all the others', () => {
    // The first fold is the other way round: the others choose 2, with which it has all wrong.
    const pairs = {
      distances: [3, 1, 1, 3, 1, 3, 1, 3],
      same: [true, false, true, false, true, false, true, false],
    };
    const accuracies = foldAccuracies(pairs, { folds: 4, thresholds: [0, 2, 4] });
    expect(accuracies).toEqual([0, 1, 1, 1]);
  });

  test('takes the first of several thresholds that are as good', () => {
    const pairs = { distances: [1, 1, 2.5, 1], same: [true, true, true, true] };
    // All others are right from 2 on; the third fold is only right with 3.
    expect(foldAccuracies(pairs, { folds: 4, thresholds: [0, 2, 3] })[2]).toBe(0);
    expect(foldAccuracies(pairs, { folds: 4, thresholds: [0, 3, 2] })[2]).toBe(1);
  });

  test('cuts contiguous folds, of which the first take what does not divide', () => {
    // Eleven pairs in four folds: 3, 3, 3, 2. Each fold is right in so many of its pairs.
    const rights = [
      [1, 1, 0],
      [1, 0, 0],
      [0, 0, 0],
      [1, 0],
    ].flat();
    const pairs = { distances: rights.map(() => 1), same: rights.map((right) => right === 1) };
    expect(foldAccuracies(pairs, { folds: 4, thresholds: [2] })).toEqual([2 / 3, 1 / 3, 0, 1 / 2]);
  });

  test('needs as many truths as distances, two folds or more, and a threshold', () => {
    const pairs = { distances: [1, 2, 3], same: [true, false, true] };
    const thresholds = [1];
    for (const folds of [1, 2.5, 4])
      expect(() => foldAccuracies(pairs, { folds, thresholds })).toThrow(
        `from 2 to 3 pairs, not ${folds}`,
      );
    expect(foldAccuracies(pairs, { folds: 3, thresholds })).toHaveLength(3);
    expect(() => foldAccuracies(pairs, { folds: 2, thresholds: [] })).toThrow(
      'at least one threshold',
    );
    expect(() => foldAccuracies({ ...pairs, same: [] }, { folds: 2, thresholds })).toThrow(
      '3 distances need as many truths, not 0',
    );
  });
});
