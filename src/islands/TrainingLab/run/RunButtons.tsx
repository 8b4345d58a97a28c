import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Lab } from './lab.ts';

interface RunButtonsProps {
  readonly lab: Lab;
  readonly ready: ReadonlySignal<boolean>;
}

/** Runs, pauses, takes a step, goes back to step 0. */
export function RunButtons({ lab, ready }: RunButtonsProps) {
  const { isGoing, status } = lab;
  const disabled = useComputed(() => !ready.value);
  return (
    <div class="control lab-run">
      <button
        type="button"
        class="primary"
        disabled={disabled}
        onClick={() => (isGoing.value ? lab.pause() : lab.run())}
      >
        {useComputed(() => (isGoing.value ? 'Pause' : 'Run'))}
      </button>
      <button
        type="button"
        disabled={useComputed(() => disabled.value || isGoing.value)}
        onClick={lab.step}
      >
        One step
      </button>
      <button
        type="button"
        class="quiet"
        disabled={useComputed(() => disabled.value || status.value === 'idle')}
        onClick={lab.startOver}
      >
        Start over
      </button>
    </div>
  );
}
