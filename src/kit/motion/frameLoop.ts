import { batch } from '@preact/signals';

export interface FrameLoop {
  start(): void;
  stop(): void;
}

let loopsGoing = 0;
let waiting: (() => void) | undefined;

/** A move of the pointer: at once or, while a loop goes on, with its next frame, so that both are drawn as one. */
export function moveInFrame(move: () => void): void {
  if (loopsGoing > 0) waiting = move;
  else move();
}

/** Makes the move that waits for a frame, if one does. */
export function makeWaitingMove(): void {
  const move = waiting;
  waiting = undefined;
  move?.();
}

/** Longest time that one frame may account for, in seconds: after a stall, motion goes on, it does not jump. */
const LONGEST_FRAME = 0.1;

/**
 * Calls `onFrame` with the seconds since the last frame, while started, while `element` is in view
 * and (as requestAnimationFrame has it) while the tab is visible.
 */
export function createFrameLoop(element: Element, onFrame: (seconds: number) => void): FrameLoop {
  let started = false;
  let inView = true;
  let going = false;
  let request = 0;
  let last: number | undefined;

  const frame = (now: number) => {
    request = requestAnimationFrame(frame);
    last ??= now;
    const seconds = Math.min((now - last) / 1000, LONGEST_FRAME);
    last = now;
    batch(() => {
      makeWaitingMove();
      onFrame(seconds);
    });
  };
  const update = () => {
    if ((started && inView) === going) return;
    going = !going;
    loopsGoing += going ? 1 : -1;
    last = undefined;
    if (going) request = requestAnimationFrame(frame);
    else cancelAnimationFrame(request);
  };
  const view = new IntersectionObserver((entries) => {
    inView = entries.at(-1)!.isIntersecting;
    update();
  });

  return {
    start() {
      started = true;
      inView = true;
      view.observe(element);
      update();
    },
    stop() {
      started = false;
      view.disconnect();
      update();
    },
  };
}
