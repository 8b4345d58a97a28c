import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import { formatCount } from '../figure/numberFormat.ts';

interface StepSliderProps {
  readonly label: string;
  /** The present step, and the first and last that the slider reaches. */
  readonly step: ReadonlySignal<number>;
  readonly first: ReadonlySignal<number>;
  readonly last: ReadonlySignal<number>;
  /** How many steps a key or a drag moves at least. */
  readonly stride?: number;
  readonly ready: ReadonlySignal<boolean>;
  set(step: number): void;
}

/** A slider through the steps of a descent: back in time and forth again. */
export function StepSlider(props: StepSliderProps) {
  const { label, step, first, last, stride = 1, ready, set } = props;
  const id = useId();
  return (
    <div class="control slider step-slider">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={first}
        max={last}
        step={stride}
        value={step}
        disabled={useComputed(() => !ready.value)}
        onInput={(event) => set(event.currentTarget.valueAsNumber)}
      />
      <output aria-live="off" for={id} class="number" data-quantity="step" data-value={step}>
        {useComputed(() => formatCount(step.value))}
      </output>
    </div>
  );
}
