import { effect, type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { createFrameLoop, type FrameLoop } from '#kit/motion/frameLoop.ts';
import { append, emptyHistory, type History, revise } from '#kit/motion/history.ts';
import { prefersReducedMotion } from '#kit/motion/reducedMotion.ts';
import type { FigureHandle } from '#kit/figure/useFigure.ts';
import type { BatchState } from './batch.ts';
import { type Rest, RUN_STEP, restOf, SINGLE_STEP, takeStep } from './descent.ts';
import { batchQuantities } from './quantities.ts';

export interface Snapshot {
  readonly state: BatchState;
  readonly radius: number;
}

export interface BatchRun {
  readonly history: ReadonlySignal<History<Snapshot>>;
  readonly running: ReadonlySignal<boolean>;
  /** Why a step would change nothing, if so. */
  readonly rest: ReadonlySignal<Rest | undefined>;
  readonly settled: ReadonlySignal<boolean>;
  oneStep(): void;
  toggle(): void;
  stop(): void;
  /** Shows the step with this place in the history. */
  show(cursor: number): void;
  /** Forgets everything, as before the first step. */
  clear(): void;
}

const STEPS_PER_SECOND = 60;
/** What a run comes to at once under reduced motion: enough for a cloud to collapse or to recover. */
const STEPS_AT_ONCE = 600;

const record = (state: BatchState): Snapshot => ({ state, radius: batchQuantities(state).radius });

/**
 * The descent of the cloud, on demand. A run goes on while the reader drags points and changes the
 * strategy, and rests where nothing moves any more.
 */
export function useBatchRun({ state, ready, anchor }: FigureHandle<BatchState>): BatchRun {
  const history = useSignal<History<Snapshot>>(emptyHistory);
  const running = useSignal(false);
  const rest = useComputed(() => restOf(state.value));
  const loop = useRef<FrameLoop>();

  const stop = () => {
    running.value = false;
    loop.current?.stop();
  };
  /** Takes steps until nothing moves any more; true when that is so. */
  const advance = (steps: number, size: number): boolean => {
    let next = state.peek();
    let grown = history.peek();
    let isAtRest = false;
    for (let taken = 0; taken < steps && !isAtRest; taken++) {
      const moved = takeStep(next, size);
      isAtRest = typeof moved === 'string';
      if (typeof moved === 'string') break;
      grown = append(grown, record(moved));
      next = moved;
    }
    // The history first: the state that it already shows is no edit.
    history.value = grown;
    state.value = next;
    return isAtRest;
  };
  const run = () => {
    if (!anchor.current || rest.value) return;
    if (prefersReducedMotion()) {
      advance(STEPS_AT_ONCE, RUN_STEP);
      return;
    }
    running.value = true;
    let owed = 0;
    loop.current = createFrameLoop(anchor.current, (seconds) => {
      owed += seconds * STEPS_PER_SECOND;
      const steps = Math.floor(owed);
      owed -= steps;
      if (advance(steps, RUN_STEP)) stop();
    });
    loop.current.start();
  };

  useEffect(() => {
    const stopRecording = effect(() => {
      const { snapshots, cursor } = history.peek();
      if (!ready.value || snapshots[cursor]?.state === state.value) return;
      history.value = revise(history.peek(), record(state.value));
    });
    return () => {
      stopRecording();
      stop();
    };
  }, []);

  return {
    history,
    running,
    rest,
    settled: useComputed(() => rest.value !== undefined),
    stop,
    toggle: () => (running.value ? stop() : run()),
    oneStep() {
      stop();
      advance(1, SINGLE_STEP);
    },
    show(cursor) {
      stop();
      const snapshot = history.value.snapshots[cursor];
      if (!snapshot) return;
      history.value = { ...history.value, cursor };
      state.value = snapshot.state;
    },
    clear() {
      stop();
      history.value = emptyHistory;
    },
  };
}
