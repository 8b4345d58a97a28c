import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { createFrameLoop, type FrameLoop } from './frameLoop.ts';
import { TRY_EVENT } from '../figure/tryEvent.ts';
import type { FigureHandle } from '../figure/useFigure.ts';

/** Gradient descent as a definition defines it. */
export interface Descent<S> {
  /** The size of one step, small enough for what it shows to be seen and not jumped over. */
  readonly stepSize: number;
  /** One step of the given size; returns the same object when nothing moves any more. */
  readonly step: (state: S, stepSize: number) => S;
  /** True when the descent has arrived. */
  readonly settled: (state: S) => boolean;
}

export interface DescentHandle {
  readonly running: Signal<boolean>;
  oneStep(): void;
  toggle(): void;
  stop(): void;
}

/** A run takes steps smaller by this factor, sixty of them a second: the same path, smoothly. */
const RUN_STEP = 1 / 8;
const STEPS_PER_SECOND = 60;
/** Bounds the jump to the end state; a descent that has not settled by then stops there. */
const MAX_STEPS = 10_000;

/** One step, run and pause for a figure's state. With reduced motion a run jumps to its end. */
export function useDescent<S extends object>(
  { state, anchor }: FigureHandle<S>,
  { stepSize, step, settled }: Descent<S>,
): DescentHandle {
  const running = useSignal(false);
  const loop = useRef<FrameLoop>();

  const stop = () => {
    running.value = false;
    loop.current?.stop();
  };
  /** Takes steps until settled; true when there is nothing left to do. */
  const advance = (steps: number): boolean => {
    let next = state.value;
    let done = settled(next);
    for (let k = 0; k < steps && !done; k++) {
      const moved = step(next, RUN_STEP * stepSize);
      done = moved === next || settled(moved);
      next = moved;
    }
    state.value = next;
    return done;
  };
  const run = () => {
    if (!anchor.current || advance(0)) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      advance(MAX_STEPS);
      return;
    }
    running.value = true;
    let owed = 0;
    loop.current = createFrameLoop(anchor.current, (seconds) => {
      owed += seconds * STEPS_PER_SECOND;
      const steps = Math.floor(owed);
      owed -= steps;
      if (advance(steps)) stop();
    });
    loop.current.start();
  };

  useEffect(() => {
    // A phrase of the text that sets the figure takes over from a run.
    const figure = anchor.current?.closest('[data-figure]');
    figure?.addEventListener(TRY_EVENT, stop);
    return () => {
      figure?.removeEventListener(TRY_EVENT, stop);
      stop();
    };
  }, []);
  return {
    running,
    stop,
    oneStep() {
      stop();
      state.value = step(state.value, stepSize);
    },
    toggle: () => (running.value ? stop() : run()),
  };
}
