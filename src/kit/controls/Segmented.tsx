import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';

interface SegmentedProps<T extends string | number | boolean> {
  readonly legend: string;
  /** Name of the quantity. */
  readonly name: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** Undefined while nothing is chosen. */
  readonly value: ReadonlySignal<T | undefined>;
  readonly ready: ReadonlySignal<boolean>;
  set(value: T): void;
}

/** One of a few: radio buttons that look like one divided button. */
export function Segmented<T extends string | number | boolean>(props: SegmentedProps<T>) {
  const { legend, name, options, value, ready, set } = props;
  const group = useId();
  return (
    <fieldset
      class="control segmented"
      data-quantity={name}
      data-value={useComputed(() => String(value.value ?? ''))}
      disabled={useComputed(() => !ready.value)}
    >
      <legend class="visually-hidden">{legend}</legend>
      {options.map((option) => (
        <label class="segment" key={String(option.value)}>
          <input
            class="segment-input"
            type="radio"
            name={group}
            value={String(option.value)}
            checked={useComputed(() => value.value === option.value)}
            onChange={() => set(option.value)}
          />
          <span class="segment-label">{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
