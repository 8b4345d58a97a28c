import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';

interface MeasureProps {
  readonly label: string | ReadonlySignal<string>;
  readonly title?: string;
  readonly name: string;
  readonly value: ReadonlySignal<number | string | undefined>;
  readonly format?: (value: number) => string;
}

/** A live number for readers, and at full precision for scripts; empty before there is a run. */
export function Measure({ label, title, name, value, format = formatNumber }: MeasureProps) {
  const text = useComputed(() => {
    const now = value.value;
    if (now === undefined || now === '') return '–';
    return typeof now === 'number' ? format(now) : now;
  });
  return (
    <div class="lab-measure" data-role={name} title={title}>
      <dt>{label}</dt>
      <dd class="number" data-quantity={name} data-value={useComputed(() => value.value ?? '')}>
        {text}
      </dd>
    </div>
  );
}
