import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { RaceControl } from './race.ts';

interface RaceTransportProps {
  readonly race: RaceControl;
  readonly step: ReadonlySignal<number>;
  /** Steps of the whole race. */
  readonly length: ReadonlySignal<number>;
  readonly ready: ReadonlySignal<boolean>;
}

/** Run and Pause, and how far the race is. */
export function RaceTransport({ race, step, length, ready }: RaceTransportProps) {
  const { status } = race;
  const isRunning = useComputed(() => status.value === 'running' || status.value === 'loading');
  return (
    <div class="figure-strip race-transport">
      <button
        type="button"
        class="primary"
        disabled={useComputed(() => !ready.value)}
        onClick={() => (isRunning.value ? race.pause() : race.run())}
      >
        {useComputed(() => (isRunning.value ? 'Pause' : 'Run'))}
      </button>
      <span class="race-step" data-drawing>
        step{' '}
        <span class="number" data-quantity="step" data-value={step}>
          {step}
        </span>{' '}
        of {length}
      </span>
      <span class="race-legend" data-drawing>
        % = k-NN
      </span>
    </div>
  );
}
