export interface FrameLoop {
  start(): void;
  stop(): void;
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
  let request: number | undefined;
  let last: number | undefined;

  const frame = (now: number) => {
    request = requestAnimationFrame(frame);
    const seconds = last === undefined ? 0 : Math.min((now - last) / 1000, LONGEST_FRAME);
    last = now;
    if (seconds > 0) onFrame(seconds);
  };
  const update = () => {
    const shouldRun = started && inView;
    if (shouldRun && request === undefined) {
      last = undefined;
      request = requestAnimationFrame(frame);
    } else if (!shouldRun && request !== undefined) {
      cancelAnimationFrame(request);
      request = undefined;
    }
  };
  const view = new IntersectionObserver((entries) => {
    inView = entries.at(-1)?.isIntersecting ?? true;
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
