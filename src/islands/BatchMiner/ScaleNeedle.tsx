import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Needle } from '#kit/charts/Needle.tsx';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { verdictOf } from './definition.ts';
import type { BatchQuantities } from './quantities.ts';
import './votes.css';

/** Where the votes of the active triplets point: to a smaller cloud or a larger one. */
export function ScaleNeedle({ quantities }: { quantities: ReadonlySignal<BatchQuantities> }) {
  const scaleSum = useComputed(() => quantities.value.scaleSum);
  return (
    <Needle
      balance={useComputed(() => quantities.value.balance)}
      label={useComputed(
        () =>
          `The needle points to “${verdictOf(scaleSum.value)}”: the votes add up to ${formatNumber(scaleSum.value)}`,
      )}
    />
  );
}
