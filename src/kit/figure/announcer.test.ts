import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAnnouncer } from './announcer.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('says the latest text once a second at most', () => {
  const said: string[] = [];
  const { announce } = createAnnouncer((text) => said.push(text));
  for (let k = 0; k < 25; k++) {
    announce(`loss ${k}`);
    vi.advanceTimersByTime(100);
  }
  expect(said).toEqual(['loss 9', 'loss 19']);
  vi.advanceTimersByTime(1000);
  expect(said).toEqual(['loss 9', 'loss 19', 'loss 24']);
});

test('does not say again what it said last, nor what was there from the start', () => {
  const said: string[] = [];
  const { announce, skip } = createAnnouncer((text) => said.push(text));
  skip('loss 1');
  for (const text of ['loss 1', 'loss 2', 'loss 2']) {
    announce(text);
    vi.advanceTimersByTime(1000);
  }
  expect(said).toEqual(['loss 2']);
});

test('says at once what is urgent, though it would have waited with the rest', () => {
  const said: string[] = [];
  const { announce } = createAnnouncer((text) => said.push(text));
  announce('step 100', 10_000);
  vi.advanceTimersByTime(2000);
  expect(said).toEqual([]);
  announce('paused at step 120', 0);
  announce('paused at step 120', 10_000);
  vi.advanceTimersByTime(1);
  expect(said).toEqual(['paused at step 120']);
});

test('is silent once stopped', () => {
  const said: string[] = [];
  const { announce, stop } = createAnnouncer((text) => said.push(text));
  announce('loss 1');
  stop();
  vi.advanceTimersByTime(5000);
  expect(said).toEqual([]);
});
