import { describe, expect, test } from 'vitest';
import type { History } from '#training/run/history.ts';
import { COLLAPSING, THROUGH } from '../presets/presets.ts';
import { isInOrder, passageOf } from './passage.ts';

/** A run by the spreads of its batches, its last accuracy and the last order of its hardest triplets. */
function run(spreads: readonly number[], orderRatio: number, accuracy = 0.9): History {
  const judged = (step: number, knnAccuracy: number) => ({
    step,
    recallAt1: knnAccuracy,
    knnAccuracy,
    spread: spreads.at(step === 0 ? 0 : -1)!,
  });
  return {
    steps: spreads.map((spread, index) => ({
      step: 10 * index + 1,
      loss: 0.2,
      activeShare: 1,
      force: { spread, shrinkShare: 0.1, orderRatio },
    })),
    evaluations: [judged(0, 0.7), judged(10 * spreads.length, accuracy)],
  };
}

describe('the way through the eye of the needle', () => {
  test('leads out where a small cloud grows and its hardest triplets are in order, not before', () => {
    expect(passageOf(run([0.5, 0.3], 1.1), THROUGH)).toBeUndefined();
    expect(passageOf(run([0.5, 0.02], 0.8), THROUGH)).toBeUndefined();
    expect(passageOf(run([0.5, 0.01, 0.03], 0.9), THROUGH)).toBeUndefined();
    expect(passageOf(run([0.5, 0.02, 0.03], 1.1), THROUGH)).toBeUndefined();
    expect(passageOf(run([0.5, 0.01, 0.03], 1.1), THROUGH)).toBe('turned');
  });

  test('is not that of a class that leaves a heap of the others', () => {
    expect(passageOf(run([0.5, 0.01, 0.4], 2, 0.2), THROUGH)).toBeUndefined();
  });

  test('ends when it is as large as the margin', () => {
    expect(passageOf(run([0.5, 0.01, 0.4], 2), THROUGH)).toBe('through');
  });

  test('is not that of a run which other settings brought back, or which was never told of', () => {
    const changes = [{ step: 150, text: 'batch-all' }];
    expect(passageOf({ ...run([0.5, 0.01, 0.4], 2), changes }, THROUGH)).toBeUndefined();
    expect(passageOf({ ...run([0.5, 0.01, 0.4], 2), steps: [] }, THROUGH)).toBeUndefined();
    expect(passageOf({ steps: [], evaluations: [] }, COLLAPSING)).toBeUndefined();
  });
});

test('a small cloud is in order while its neighbours are of a kind', () => {
  expect(isInOrder(run([0.5, 0.01], 0.6, 0.78))).toBe(true);
  expect(isInOrder(run([0.5, 0.01], 0.6, 0.16))).toBe(false);
  // Two classes in a heap: half are right by chance.
  expect(isInOrder(run([0.5, 0.01], 0.6, 0.52))).toBe(false);
  expect(isInOrder({ steps: [], evaluations: [] })).toBe(false);
});
