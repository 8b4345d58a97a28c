import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { formatCount, formatNumber } from './numberFormat.ts';

interface QuantityProps {
  readonly label: ComponentChildren;
  readonly name: string;
  /** Undefined while there is nothing to tell. */
  readonly value: ReadonlySignal<number | undefined> | ReadonlySignal<string | undefined>;
  /** Whose colour the number has, where that is not its name. */
  readonly colour?: string;
  readonly digits?: number;
}

const spell = (value: number, digits?: number) =>
  digits === 0 ? formatCount(value) : formatNumber(value, digits);

/** A live number (or name) for readers, and at full precision for scripts. */
export function Quantity({ label, name, value, colour = name, digits }: QuantityProps) {
  const text = useComputed(() =>
    typeof value.value === 'number' ? spell(value.value, digits) : (value.value ?? '–'),
  );
  return (
    <span class="read-out" data-role={colour}>
      {label}{' '}
      <span class="number" data-quantity={name} data-value={value}>
        {text}
      </span>
    </span>
  );
}
