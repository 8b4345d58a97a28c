import { effect, type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { createFrameLoop, type FrameLoop } from '#kit/motion/frameLoop.ts';
import { prefersReducedMotion } from '#kit/motion/reducedMotion.ts';
import { TRY_EVENT } from '#kit/figure/tryEvent.ts';
import { isInitial } from '#kit/figure/urlState.ts';
import type { FigureHandle } from '#kit/figure/useFigure.ts';
import { whenSeen } from '#kit/figure/whenSeen.ts';
import { crowdLoss } from './crowdLoss.ts';
import { append, type History, revise } from './history.ts';
import { type CrowdState, definition, step } from './definition.ts';

export interface Run {
  readonly history: ReadonlySignal<History>;
  readonly running: ReadonlySignal<boolean>;
  /** Whether a step would change nothing. */
  readonly settled: ReadonlySignal<boolean>;
  /** The point that the reader drags: the descent leaves it alone. */
  readonly held: Signal<number | undefined>;
  toggle(): void;
  oneStep(): void;
  /** Shows the step with this place in the history, and stays there. */
  show(cursor: number): void;
  /** Forgets everything, as before the first step. */
  clear(): void;
}

const STEPS_PER_SECOND = 60;
/** Bounds the jump to the end that stands for a run under reduced motion. */
const MAX_STEPS = 2000;

const EMPTY: History = { snapshots: [], cursor: 0 };
const record = (state: CrowdState) => ({
  state,
  loss: crowdLoss(state.points, state.margin, state.half).loss,
});

/**
 * The descent of the crowd. It starts when the reader first sees it, unless they came by a link to
 * another state or asked for less motion (then the end is shown), goes on while points are dragged
 * and edited, rests when settled, and wakes on the next edit unless the reader has paused it.
 */
export function useRun({ state, ready, anchor }: FigureHandle<CrowdState>): Run {
  const history = useSignal(EMPTY);
  const running = useSignal(false);
  const settled = useSignal(false);
  const held = useSignal<number>();
  const isLive = useRef(false);
  const loop = useRef<FrameLoop>();

  const halt = () => {
    running.value = false;
    loop.current?.stop();
  };
  const pause = () => {
    isLive.current = false;
    halt();
  };
  const advance = (steps: number) => {
    let next = state.peek();
    let grown = history.peek();
    for (let k = 0; k < steps && !settled.value; k++) {
      const moved = step(next, held.peek());
      settled.value = moved === next;
      if (settled.value) break;
      grown = append(grown, record(moved));
      next = moved;
    }
    // The history first: the state that it already shows is no edit.
    history.value = grown;
    state.value = next;
    if (settled.value) halt();
  };
  const wake = () => {
    settled.value = false;
    if (!isLive.current || running.value || !anchor.current) return;
    running.value = true;
    let owed = 0;
    loop.current = createFrameLoop(anchor.current, (seconds) => {
      owed += seconds * STEPS_PER_SECOND;
      const steps = Math.floor(owed);
      owed -= steps;
      advance(steps);
    });
    loop.current.start();
  };
  const run = () => {
    if (prefersReducedMotion()) {
      settled.value = false;
      advance(MAX_STEPS);
      return;
    }
    isLive.current = true;
    wake();
  };

  useEffect(() => {
    const stopRecording = effect(() => {
      const { snapshots, cursor } = history.peek();
      if (!ready.value || snapshots[cursor]?.state === state.value) return;
      history.value = revise(history.peek(), record(state.value));
      wake();
    });
    const stopWaking = effect(() => {
      if (held.value === undefined && ready.peek()) wake();
    });
    let stopWaiting = () => {};
    // A phrase of the text sets the crowd and lets it go.
    const release = () => {
      stopWaiting();
      if (prefersReducedMotion()) run();
      else isLive.current = true;
    };
    const figure = anchor.current?.closest('[data-figure]');
    figure?.addEventListener(TRY_EVENT, release);
    if (anchor.current && isInitial(definition.settings, state.peek())) {
      if (prefersReducedMotion()) run();
      else stopWaiting = whenSeen(anchor.current, run);
    }
    return () => {
      figure?.removeEventListener(TRY_EVENT, release);
      stopRecording();
      stopWaking();
      stopWaiting();
      pause();
    };
  }, []);

  return {
    history,
    running,
    settled,
    held,
    toggle: () => (running.value ? pause() : run()),
    oneStep() {
      pause();
      settled.value = false;
      advance(1);
    },
    show(cursor) {
      pause();
      const snapshot = history.value.snapshots[cursor];
      if (!snapshot) return;
      history.value = { ...history.value, cursor };
      settled.value = false;
      state.value = snapshot.state;
    },
    clear() {
      pause();
      history.value = EMPTY;
    },
  };
}
