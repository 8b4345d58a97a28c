import { expect, test } from 'vitest';
import { append, CAPACITY, type History, revise, spanOf } from './history.ts';
import { definition } from './definition.ts';

const state = {
  points: definition.settings.points.initial,
  half: 'both',
  margin: 1,
} as const;
const start: History = { snapshots: [{ step: 0, state, loss: 1 }], cursor: 0 };

test('a step goes on from the one that is shown, and what had come after it is gone', () => {
  const three = [2, 3].reduce((history, loss) => append(history, { state, loss }), start);
  expect(three.snapshots.map(({ loss }) => loss)).toEqual([1, 2, 3]);
  const branched = append({ ...three, cursor: 0 }, { state, loss: 9 });
  expect(branched.snapshots.map(({ step, loss }) => [step, loss])).toEqual([
    [0, 1],
    [1, 9],
  ]);
  expect(branched.cursor).toBe(1);
});

test('an edit changes the step that is shown', () => {
  const two = append(start, { state, loss: 2 });
  expect(revise({ ...two, cursor: 0 }, { state, loss: 5 }).snapshots).toEqual([
    { step: 0, state, loss: 5 },
  ]);
});

test('a long history forgets its beginning and keeps counting', () => {
  let history = start;
  for (let k = 1; k <= 2 * CAPACITY; k++) history = append(history, { state, loss: k });
  expect(history.snapshots.length).toBeLessThanOrEqual(CAPACITY);
  expect(history.snapshots.at(-1)?.step).toBe(2 * CAPACITY);
  expect(history.cursor).toBe(history.snapshots.length - 1);
});

test('the chart always has room for the whole history', () => {
  for (const length of [1, 151, 152, 400, CAPACITY])
    expect(spanOf(length)).toBeGreaterThanOrEqual(length - 1);
});
