import { type ReadonlySignal, useComputed } from '@preact/signals';
import { percent } from './definition.ts';

interface RateProps {
  readonly name: string;
  readonly value: ReadonlySignal<number | undefined>;
}

/** A share of pairs in per cent. */
export const Rate = ({ name, value }: RateProps) => (
  <span class="number" data-quantity={name} data-value={value}>
    {useComputed(() => (value.value === undefined ? '–' : percent(value.value)))}
  </span>
);
