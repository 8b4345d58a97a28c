import { describe, expect, test } from 'vitest';
import { append, CAPACITY, emptyHistory, type History, revise, spanOf } from './history.ts';

const grown = (count: number): History<number> => {
  let history: History<number> = emptyHistory;
  for (let step = 0; step < count; step++) history = append(history, step);
  return history;
};

describe('a history', () => {
  test('grows by one and shows the newest', () => {
    expect(grown(3)).toEqual({ snapshots: [0, 1, 2], cursor: 2 });
  });

  test('goes on from the shown step, and forgets what came after it', () => {
    expect(append({ ...grown(5), cursor: 1 }, 9)).toEqual({ snapshots: [0, 1, 9], cursor: 2 });
  });

  test('has no future once the shown step is another', () => {
    expect(revise({ ...grown(5), cursor: 1 }, 9)).toEqual({ snapshots: [0, 9], cursor: 1 });
    expect(revise<number>(emptyHistory, 9)).toEqual({ snapshots: [9], cursor: 0 });
  });

  test('loses its oldest part when it is full', () => {
    const { snapshots, cursor } = grown(CAPACITY + 1);
    expect(snapshots.length).toBeLessThan(CAPACITY);
    expect(snapshots.at(-1)).toBe(CAPACITY);
    expect(cursor).toBe(snapshots.length - 1);
  });

  test('always has room on its axis', () => {
    for (const length of [1, 151, 152, 601, CAPACITY])
      expect(spanOf(length)).toBeGreaterThanOrEqual(length - 1);
  });
});
