import { expect, test } from 'vitest';
import { boundHistory, MOST_STEPS } from './history.ts';

test('a history that has grown too long is halved and keeps its newest step', () => {
  const steps = Array.from({ length: MOST_STEPS + 1 }, (_, step) => ({
    step,
    loss: 0,
    activeShare: 0,
  }));
  const short = { steps: steps.slice(1), evaluations: [] };
  expect(boundHistory(short)).toEqual(short);
  const { steps: kept } = boundHistory({ steps, evaluations: [] });
  expect(kept.length).toBe(MOST_STEPS / 2 + 1);
  expect(kept.at(-1)!.step).toBe(MOST_STEPS);
});
