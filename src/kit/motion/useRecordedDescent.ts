import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import type { FigureHandle } from '../figure/useFigure.ts';
import { append, noSnapshots, type Snapshots, revise } from './snapshots.ts';
import { type Descent, type DescentHandle, useDescent } from './useDescent.ts';

export interface RecordedDescent<S> extends DescentHandle {
  readonly history: ReadonlySignal<Snapshots<S>>;
  /** Shows the step with this place in the history, and stays there. */
  show(cursor: number): void;
  /** Forgets everything, as before the first step. */
  clear(): void;
}

/**
 * A descent that can be looked back at. `charted` is what its chart shows of each step. A state that
 * the reader sets takes the place of the one that was shown.
 */
export function useRecordedDescent<S extends object, Q>(
  figure: FigureHandle<S, Q>,
  descent: Descent<S, Q>,
  charted: (quantities: Q) => number,
): RecordedDescent<S> {
  const { state, quantities, ready } = figure;
  const history = useSignal<Snapshots<S>>(noSnapshots);
  const handle = useDescent(figure, descent, (next, measured) => {
    history.value = append(history.peek(), { state: next, value: charted(measured) });
  });
  useSignalEffect(() => {
    const { snapshots, cursor } = history.peek();
    if (!ready.value || snapshots[cursor]?.state === state.value) return;
    history.value = revise(history.peek(), {
      state: state.value,
      value: charted(quantities.value),
    });
  });
  return {
    ...handle,
    history,
    show(cursor) {
      handle.stop();
      const snapshot = history.value.snapshots[cursor];
      if (!snapshot) return;
      history.value = { ...history.value, cursor };
      state.value = snapshot.state;
    },
    clear() {
      handle.stop();
      history.value = noSnapshots;
    },
  };
}
