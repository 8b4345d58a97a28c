import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { formatNumber } from './numberFormat.ts';

interface QuantityProps {
  readonly label: ComponentChildren;
  readonly name: string;
  readonly value: ReadonlySignal<number> | ReadonlySignal<string>;
}

/** A live number (or name) for readers, and at full precision for scripts. */
export function Quantity({ label, name, value }: QuantityProps) {
  const text = useComputed(() =>
    typeof value.value === 'number' ? formatNumber(value.value) : value.value,
  );
  return (
    <span class="read-out" data-role={name}>
      {label}{' '}
      <span class="number" data-quantity={name} data-value={value}>
        {text}
      </span>
    </span>
  );
}
