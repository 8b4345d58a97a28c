import { type ReadonlySignal, useComputed } from '@preact/signals';
import { ActionButton } from './ActionButton.tsx';

interface StepperProps {
  /** What is counted, for the buttons: "classes P". */
  readonly label: string;
  /** Name of the quantity. */
  readonly name: string;
  readonly value: ReadonlySignal<number>;
  readonly min: number;
  readonly max: number;
  readonly ready: ReadonlySignal<boolean>;
  set(value: number): void;
}

/** A small whole number, one up or one down. */
export function Stepper({ label, name, value, min, max, ready, set }: StepperProps) {
  const button = (by: 1 | -1) => {
    const isOff = useComputed(() => value.value + by < min || value.value + by > max);
    return (
      <ActionButton
        ready={ready}
        idle={isOff}
        label={`${by > 0 ? 'more' : 'fewer'} ${label}`}
        act={() => set(value.value + by)}
      >
        {by > 0 ? '+' : '−'}
      </ActionButton>
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons are no fieldset.
    <div class="control stepper" role="group" aria-label={label}>
      <span>{label}</span>
      {button(-1)}
      <output aria-live="off" class="number" data-quantity={name} data-value={value}>
        {value}
      </output>
      {button(1)}
    </div>
  );
}
