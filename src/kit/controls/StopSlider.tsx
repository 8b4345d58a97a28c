import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface StopSliderProps {
  readonly label: ComponentChildren;
  /** Name of the quantity. */
  readonly name: string;
  /** Where the slider stops, in order. A link may set a value between two of them. */
  readonly stops: readonly number[];
  readonly value: ReadonlySignal<number>;
  readonly ready: ReadonlySignal<boolean>;
  /** The value as it is shown and, with its unit, spoken. */
  shown(value: number): string;
  spoken?(value: number): string;
  set(value: number): void;
}

/** A slider over a scale that is not even, with its live value. */
export function StopSlider(props: StopSliderProps) {
  const { label, name, stops, value, ready, shown, spoken = shown, set } = props;
  const id = useId();
  const stop = useComputed(() => {
    const found = stops.findIndex((known) => known >= value.value);
    return found < 0 ? stops.length - 1 : found;
  });
  return (
    <div class="control slider">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        step={1}
        value={stop}
        disabled={useComputed(() => !ready.value)}
        aria-valuetext={useComputed(() => spoken(value.value))}
        onInput={(event) => set(stops[event.currentTarget.valueAsNumber]!)}
      />
      <output aria-live="off" for={id} class="number" data-quantity={name} data-value={value}>
        {useComputed(() => shown(value.value))}
      </output>
    </div>
  );
}
