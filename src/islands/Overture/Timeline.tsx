import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import { ChartFrame } from '#kit/charts/ChartFrame.tsx';
import { stepsOfKey } from '#kit/controls/keys.ts';

interface TimelineProps {
  readonly at: ReadonlySignal<number>;
  /** The instant in words. */
  readonly spoken: ReadonlySignal<string>;
  /** The line of the accuracy, drawn on the server; an empty string on the client. */
  readonly accuracy: string;
  readonly ready: ReadonlySignal<boolean>;
  set(at: number): void;
  /** To a recorded moment that many after this one. */
  stepBy(moments: number): void;
}

/** The scrub bar, under the accuracy of all moments. */
export function Timeline({ at, spoken, accuracy, ready, set, stepBy }: TimelineProps) {
  const id = useId();
  return (
    <div class="timeline">
      <label class="visually-hidden" for={id}>
        Moment of the training
      </label>
      <span class="timeline-label">k-NN accuracy</span>
      <svg class="timeline-curve" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <ChartFrame markup={accuracy} />
      </svg>
      <input
        id={id}
        type="range"
        min={0}
        max={1}
        step="any"
        value={at}
        disabled={useComputed(() => !ready.value)}
        aria-valuetext={spoken}
        onInput={(event) => set(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => {
          const moments = stepsOfKey(event.key);
          if (moments === undefined) return;
          event.preventDefault();
          stepBy(moments);
        }}
      />
    </div>
  );
}
