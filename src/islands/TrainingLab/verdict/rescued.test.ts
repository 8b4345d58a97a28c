import { expect, test } from 'vitest';
import type { History } from '#training/run/history.ts';
import { isRescued, rescueText } from './rescued.ts';

const judged = (step: number, knnAccuracy: number) => ({
  step,
  recallAt1: knnAccuracy,
  knnAccuracy,
  spread: 1,
});
const history = (...accuracies: readonly number[]): History => ({
  steps: [],
  evaluations: accuracies.map((accuracy, index) => judged(50 * index, accuracy)),
  changes: [{ step: 50, text: 'batch-all' }],
});

test('a run is rescued once its heap has parted under other settings', () => {
  expect(isRescued(history(0.5, 0.11, 0.4))).toBe(false);
  expect(rescueText(history(0.5, 0.11, 0.4))).toContain('With batch-all since step 50');
  expect(isRescued(history(0.5, 0.11, 0.4, 0.88))).toBe(true);
  expect(rescueText(history(0.5, 0.11, 0.4, 0.88))).toContain('from 11\u00a0% to 88\u00a0%');
});

test('a change to a run that stands well is no rescue', () => {
  expect(rescueText(history(0.5, 0.9, 0.92))).toBe('');
  expect(isRescued({ steps: [], evaluations: [judged(0, 0.1)] })).toBe(false);
});
