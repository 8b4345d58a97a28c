import { type Signal, signal, useSignalEffect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Lab } from '../run/lab.ts';

/** Shorter runs are tries, not worth remembering. */
const SHORTEST = 50;

/** Remembers every run when it pauses, ends or fails. Returns what went wrong, in a sentence. */
export function useRunKeeper(lab: Lab): Signal<string> {
  const problem = useMemo(() => signal(''), []);
  useSignalEffect(() => {
    const { status, history, runId } = lab;
    const isOver = status.value === 'paused' || status.value === 'failed';
    if (!isOver || history.peek().steps.length < SHORTEST || !runId.peek()) return;
    void import('./keepRun.ts').then(
      async ({ keepRun }) => {
        problem.value = await keepRun(lab);
      },
      () => {
        problem.value =
          'This run could not be remembered: a part of the page could not be fetched.';
      },
    );
  });
  return problem;
}
