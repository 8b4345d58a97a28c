import { describe, expect, test } from 'vitest';
import { append, CAPACITY, noSnapshots, type Snapshots, revise, spanOf } from './snapshots.ts';

const snapshot = (value: number) => ({ state: `state ${value}`, value });

const grown = (count: number): Snapshots<string> => {
  let history: Snapshots<string> = noSnapshots;
  for (let step = 0; step < count; step++) history = append(history, snapshot(step));
  return history;
};

const valuesOf = ({ snapshots }: Snapshots<string>) => snapshots.map(({ value }) => value);

describe('a history', () => {
  test('grows by one and shows the newest', () => {
    expect(valuesOf(grown(3))).toEqual([0, 1, 2]);
    expect(grown(3).cursor).toBe(2);
  });

  test('goes on from the shown step, and forgets what came after it', () => {
    const branched = append({ ...grown(5), cursor: 1 }, snapshot(9));
    expect(valuesOf(branched)).toEqual([0, 1, 9]);
    expect(branched.cursor).toBe(2);
  });

  test('has no future once the shown step is another', () => {
    const revised = revise({ ...grown(5), cursor: 1 }, snapshot(9));
    expect(valuesOf(revised)).toEqual([0, 9]);
    expect(revised.cursor).toBe(1);
    expect(valuesOf(revise<string>(noSnapshots, snapshot(9)))).toEqual([9]);
  });

  test('loses its oldest part when it is full, and keeps counting', () => {
    const { snapshots, cursor, forgotten } = grown(2 * CAPACITY);
    expect(snapshots.length).toBeLessThanOrEqual(CAPACITY);
    expect(snapshots.at(-1)).toEqual(snapshot(2 * CAPACITY - 1));
    expect(cursor).toBe(snapshots.length - 1);
    expect(forgotten + cursor).toBe(2 * CAPACITY - 1);
  });

  test('always has room on its axis', () => {
    for (const length of [1, 151, 152, 601, CAPACITY])
      expect(spanOf(length)).toBeGreaterThanOrEqual(length - 1);
  });
});
