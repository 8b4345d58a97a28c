import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { DescentHandle } from '../motion/useDescent.ts';

interface DescentControlsProps {
  readonly descent: Pick<DescentHandle, 'oneStep' | 'toggle' | 'running' | 'settled'>;
  readonly ready: ReadonlySignal<boolean>;
}

/** One step of gradient descent, or a run of them. */
export function DescentControls({ descent, ready }: DescentControlsProps) {
  const { running, settled } = descent;
  const idle = useComputed(() => !ready.value || (settled.value && !running.value));
  return (
    <div class="control buttons">
      <button
        type="button"
        aria-disabled={idle}
        disabled={useComputed(() => !ready.value)}
        onClick={descent.oneStep}
      >
        One step
      </button>
      <button
        type="button"
        class="primary"
        aria-disabled={idle}
        disabled={useComputed(() => !ready.value)}
        onClick={descent.toggle}
      >
        {useComputed(() => (running.value ? 'Pause' : 'Run'))}
      </button>
    </div>
  );
}
