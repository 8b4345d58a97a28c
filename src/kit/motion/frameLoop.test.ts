import { effect, signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFrameLoop, makeWaitingMove, moveInFrame } from './frameLoop.ts';

const FRAME = 1000 / 60;
let frames: FrameRequestCallback[] = [];
let now = 0;

/** The browser's next frame. */
function nextFrame() {
  now += FRAME;
  const due = frames;
  frames = [];
  for (const callback of due) callback(now);
}

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

/** A place that the pointer sets and a loop moves on by one each frame, and all that was drawn of it. */
function runningPlace() {
  const place = signal(0);
  const drawn: number[] = [];
  effect(() => {
    drawn.push(place.value);
  });
  const loop = createFrameLoop({} as Element, () => {
    place.value++;
  });
  return { place, drawn, loop };
}

test('a move of the pointer is made at once while nothing runs', () => {
  const { place, drawn } = runningPlace();
  moveInFrame(() => {
    place.value = 10;
  });
  expect(drawn).toEqual([0, 10]);
});

test('while a loop goes on, the last move before a frame is drawn as one with its step', () => {
  const { place, drawn, loop } = runningPlace();
  loop.start();
  for (const to of [10, 20])
    moveInFrame(() => {
      place.value = to;
    });
  expect(drawn).toEqual([0]);
  nextFrame();
  nextFrame();
  expect(drawn).toEqual([0, 21, 22]);
  loop.stop();
});

test('a move that waits is made when the pointer is let go, once', () => {
  const { place, drawn, loop } = runningPlace();
  loop.start();
  moveInFrame(() => {
    place.value = 10;
  });
  makeWaitingMove();
  makeWaitingMove();
  expect(drawn).toEqual([0, 10]);
  loop.stop();
});
