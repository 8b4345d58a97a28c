import { type ReadonlySignal, type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { LossItem } from '#metric/losses/items.ts';
import type { InspectedBatch } from '#training/inspectedBatch.ts';
import type { Lab } from '../run/lab.ts';

/** While a run goes on, a new batch comes about this often. */
const REFRESH_MILLISECONDS = 600;

interface HeldBatch {
  readonly batch: ReadonlySignal<InspectedBatch | undefined>;
  /** The triplet or pair that the reader chose, which holds its batch. */
  readonly chosen: Signal<LossItem | undefined>;
  /** Lets go of it, and takes the newest batch. */
  readonly letGo: () => void;
}

/** The batch of the last step of a run, or that of the chosen item. */
export function useBatch(lab: Lab): HeldBatch {
  const batch = useSignal<InspectedBatch | undefined>(undefined);
  const chosen = useSignal<LossItem | undefined>(undefined);
  const asked = useRef({ at: 0, isAsking: false });

  const fetchBatch = async () => {
    if (asked.current.isAsking) return;
    asked.current = { at: performance.now(), isAsking: true };
    const found = await lab.inspect();
    asked.current.isAsking = false;
    // One may have been chosen while the answer was on its way.
    if (found && !chosen.value) batch.value = found;
  };

  useSignalEffect(() => {
    const latest = lab.history.value.steps.at(-1)?.step;
    const isRunning = lab.status.value === 'running';
    if (latest === undefined) {
      batch.value = undefined;
      chosen.value = undefined;
      return;
    }
    if (chosen.peek() || batch.peek()?.step === latest) return;
    if (!isRunning || performance.now() - asked.current.at > REFRESH_MILLISECONDS)
      void fetchBatch();
  });

  const letGo = () => {
    chosen.value = undefined;
    void fetchBatch();
  };
  return { batch, chosen, letGo };
}
