import { type Signal, useSignalEffect } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { usePausedUnseen } from '#kit/motion/usePausedUnseen.ts';
import type { ViewsState } from './definition.ts';
import { createViewsRun, type ViewsRun } from './viewsRun.ts';

/** The reader's own run: it pauses out of sight, and while the settings are others. */
export function useViewsRun(state: Signal<ViewsState>): ViewsRun {
  const run = useMemo(() => createViewsRun(state), []);
  usePausedUnseen(run);
  useSignalEffect(() => {
    if (!run.isCurrent.value && run.begun.peek() !== undefined) run.pause();
  });
  const last = useRef(0);
  // The newest step is shown as long as the reader has not gone back.
  useSignalEffect(() => {
    const step = run.step.value;
    if (!run.isCurrent.value) return;
    if (state.peek().step >= last.current) state.value = { ...state.peek(), step };
    last.current = step;
  });
  return run;
}
