import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { RaceControl } from './race.ts';

interface RaceTransportProps {
  readonly race: RaceControl;
  /** Steps of the whole race. */
  readonly length: ReadonlySignal<number>;
  readonly ready: ReadonlySignal<boolean>;
}

/** Run and Pause, and how far the race is. */
export function RaceTransport({ race, length, ready }: RaceTransportProps) {
  const { status, step } = race;
  const disabled = useComputed(() => !ready.value);
  const isRunning = useComputed(() => status.value === 'running' || status.value === 'loading');
  return (
    <div class="control">
      <button
        type="button"
        class="primary"
        disabled={disabled}
        onClick={() => (isRunning.value ? race.pause() : race.run())}
      >
        {useComputed(() => (isRunning.value ? 'Pause' : 'Run'))}
      </button>
      <span class="read-outs race-step">
        <span>
          step{' '}
          <span class="number" data-quantity="step" data-value={step}>
            {step}
          </span>{' '}
          of {length}
        </span>
      </span>
    </div>
  );
}
