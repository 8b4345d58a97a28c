import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { verdictOf } from './definition.ts';
import type { BatchQuantities } from './quantities.ts';

const votes = (count: number) => `${count} ${count === 1 ? 'vote' : 'votes'}`;

/** Who votes for what, what the votes add up to, and what becomes of the cloud. */
export function Votes({ quantities }: { readonly quantities: ReadonlySignal<BatchQuantities> }) {
  const verdict = useComputed(() => verdictOf(quantities.value.scaleSum));
  return (
    <p class="read-outs votes" data-drawing>
      <span class="read-out">
        the cloud{' '}
        <strong class="verdict" data-quantity="verdict" data-value={verdict}>
          {verdict}
        </strong>
      </span>
      <Quantity
        label="sum of the votes"
        name="scaleSum"
        value={useComputed(() => quantities.value.scaleSum)}
      />
      <span class="read-out vote-shrink">
        hard: {useComputed(() => votes(quantities.value.hard))}
      </span>
      <span class="read-out vote-expand">
        semi-hard: {useComputed(() => votes(quantities.value.semiHard))}
      </span>
    </p>
  );
}
