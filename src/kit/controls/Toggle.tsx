import { type ReadonlySignal, useComputed } from '@preact/signals';

interface ToggleProps {
  readonly label: string;
  /** Name of the quantity. */
  readonly name: string;
  readonly value: ReadonlySignal<boolean>;
  readonly ready: ReadonlySignal<boolean>;
  set(value: boolean): void;
}

/** On or off. */
export function Toggle({ label, name, value, ready, set }: ToggleProps) {
  return (
    <label
      class="control toggle"
      data-quantity={name}
      data-value={useComputed(() => String(value.value))}
    >
      {label}
      <input
        type="checkbox"
        checked={value}
        disabled={useComputed(() => !ready.value)}
        onChange={(event) => set(event.currentTarget.checked)}
      />
    </label>
  );
}
