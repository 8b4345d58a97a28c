import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { formatNumber } from '../figure/numberFormat.ts';

interface SliderProps {
  readonly label: ComponentChildren;
  /** Name of the quantity, of its colour (`data-role`) and of its term. */
  readonly name: string;
  readonly value: ReadonlySignal<number>;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly ready: ReadonlySignal<boolean>;
  set(value: number): void;
}

/** A labelled slider with its live value, which is also the quantity that scripts read. */
export function Slider({ label, name, value, min, max, step, ready, set }: SliderProps) {
  const id = useId();
  const shown = useComputed(() =>
    Number.isInteger(step) ? String(value.value) : formatNumber(value.value),
  );
  return (
    <div class="control slider" data-role={name} data-mark={name}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={useComputed(() => !ready.value)}
        aria-valuetext={shown}
        onInput={(event) => set(event.currentTarget.valueAsNumber)}
      />
      <output aria-live="off" for={id} class="number" data-quantity={name} data-value={value}>
        {shown}
      </output>
    </div>
  );
}
