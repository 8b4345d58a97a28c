import { batch, type ReadonlySignal, useComputed } from '@preact/signals';
import type { FigureHandle } from '../figure/useFigure.ts';
import { prefersReducedMotion } from './reducedMotion.ts';
import { inSteps, usePlayback } from './usePlayback.ts';

/** Gradient descent as a definition defines it. */
export interface Descent<S, Q> {
  /** The size of a single step: large enough to be seen. */
  readonly stepSize: number;
  /** The size of a run's steps, sixty of them a second: the same path, smoothly. */
  readonly runStepSize: number;
  /** Bounds the run that the reader who wants less motion gets at once. */
  readonly mostSteps: number;
  /** The state after a step of the given size; the same object when nothing moves any more. */
  readonly step: (state: S, quantities: Q, size: number) => S;
}

export interface DescentHandle {
  readonly running: ReadonlySignal<boolean>;
  /** True when a step would change nothing. */
  readonly settled: ReadonlySignal<boolean>;
  oneStep(): void;
  run(): void;
  stop(): void;
  toggle(): void;
}

const STEPS_PER_SECOND = 60;

/**
 * One step, run and pause for a figure's state: each state on the way is measured once. With reduced
 * motion a run jumps to its end. `onStep` is told of every step.
 */
export function useDescent<S extends object, Q>(
  { state, quantities, measure, anchor }: FigureHandle<S, Q>,
  { stepSize, runStepSize, mostSteps, step }: Descent<S, Q>,
  onStep: (state: S, quantities: Q) => void = () => {},
): DescentHandle {
  const settled = useComputed(
    () => step(state.value, quantities.value, runStepSize) === state.value,
  );
  /** Takes steps until nothing moves any more; true when that is so. */
  const advance = (steps: number, size: number): boolean =>
    batch(() => {
      let now = state.peek();
      let isAtRest = false;
      for (let taken = 0; taken < steps && !isAtRest; taken++) {
        const next = step(now, measure(now), size);
        isAtRest = next === now;
        if (!isAtRest) onStep(next, measure(next));
        now = next;
      }
      state.value = now;
      return isAtRest;
    });
  const playback = usePlayback(anchor, () => {
    if (settled.peek()) return undefined;
    if (!prefersReducedMotion()) return inSteps(STEPS_PER_SECOND, (n) => advance(n, runStepSize));
    advance(mostSteps, runStepSize);
    return undefined;
  });
  return {
    running: playback.playing,
    settled,
    run: playback.play,
    stop: playback.stop,
    toggle: playback.toggle,
    oneStep() {
      playback.stop();
      advance(1, stepSize);
    },
  };
}
