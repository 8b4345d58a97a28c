import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startInTurn } from './startInTurn.ts';

let now = 0;

beforeEach(() => {
  now = 0;
  vi.useFakeTimers();
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('everything is started once, in order, and what takes long is not followed at once', () => {
  const started: string[] = [];
  const start = (name: string, milliseconds: number) => () => {
    started.push(name);
    now += milliseconds;
  };
  startInTurn([start('a', 1), start('b', 20), start('c', 1), start('d', 1)]);
  expect(started).toEqual(['a', 'b']);
  vi.runAllTimers();
  expect(started).toEqual(['a', 'b', 'c', 'd']);
});
