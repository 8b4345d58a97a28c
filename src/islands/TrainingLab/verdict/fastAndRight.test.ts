import { expect, test } from 'vitest';
import { wasFastAndRight } from './fastAndRight.ts';

const judged = (step: number, knnAccuracy: number) => ({
  step,
  knnAccuracy,
  recallAt1: knnAccuracy,
  spread: 1,
});

test.each([
  ['0.93 at step 500', [judged(100, 0.9), judged(500, 0.93)], true],
  ['too late', [judged(400, 0.92), judged(501, 0.95)], false],
  ['not enough', [judged(500, 0.929)], false],
  ['passed on the way', [judged(300, 0.94), judged(600, 0.5)], true],
  ['of a few digits', [{ ...judged(400, 0.95), of: 250 }, judged(500, 0.92)], false],
  ['nothing yet', [], false],
])('%s', (_, evaluations, isMet) => {
  expect(wasFastAndRight({ evaluations })).toBe(isMet);
});
