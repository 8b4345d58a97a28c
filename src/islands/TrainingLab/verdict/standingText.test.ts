import { expect, test } from 'vitest';
import { EMPTY_HISTORY, type History } from '#training/run/history.ts';
import { standingText } from './standingText.ts';

const stepped = (step: number, loss: number) => ({ step, loss }) as History['steps'][number];
const judged = (step: number, knnAccuracy: number) =>
  ({ step, knnAccuracy }) as History['evaluations'][number];

test('where a run stands is told by its loss and by its last judgement', () => {
  const history = { ...EMPTY_HISTORY, steps: [stepped(399, 0.3), stepped(400, 0.25)] };
  expect(standingText(EMPTY_HISTORY)).toBe('');
  expect(standingText(history)).toBe('Step 400: loss 0.250.');
  expect(standingText({ ...history, evaluations: [judged(380, 0.9312)] })).toBe(
    'Step 400: loss 0.250. k-NN accuracy 93.1\u00a0% at step 380.',
  );
});
