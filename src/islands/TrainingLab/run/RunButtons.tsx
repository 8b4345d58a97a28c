import { type ReadonlySignal, useComputed } from '@preact/signals';
import { ActionButton } from '#kit/controls/ActionButton.tsx';
import type { Lab } from './lab.ts';

interface RunButtonsProps {
  readonly lab: Lab;
  readonly ready: ReadonlySignal<boolean>;
}

/** Runs, pauses, takes a step, goes back to step 0. */
export function RunButtons({ lab, ready }: RunButtonsProps) {
  const { isGoing, status } = lab;
  return (
    <div class="control lab-run">
      <button
        type="button"
        class="primary"
        disabled={useComputed(() => !ready.value)}
        onClick={() => (isGoing.value ? lab.pause() : lab.run())}
      >
        {useComputed(() => (isGoing.value ? 'Pause' : 'Run'))}
      </button>
      <ActionButton ready={ready} idle={isGoing} act={lab.step}>
        One step
      </ActionButton>
      <ActionButton
        ready={ready}
        class="quiet"
        idle={useComputed(() => status.value === 'idle')}
        act={lab.startOver}
      >
        Start over
      </ActionButton>
    </div>
  );
}
