import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Quantity } from '#kit/figure/Quantity.tsx';
import type { DuelQuantities } from './definition.ts';
import type { Side } from './duel.ts';

const NAMES: Readonly<Record<Side, string>> = { contrastive: 'Contrastive', triplet: 'Triplet' };

interface DuelReadOutsProps {
  readonly side: Side;
  readonly quantities: ReadonlySignal<DuelQuantities>;
}

/** The numbers of one side at the shown step. */
export function DuelReadOuts({ side, quantities }: DuelReadOutsProps) {
  const of = (key: 'loss' | 'spread' | 'gap') => ({
    name: `${key}${NAMES[side]}`,
    colour: side,
    value: useComputed(() => quantities.value[side][key]),
  });
  return (
    <p class="read-outs" data-series={side}>
      <span class="duel-name">{side}</span>
      <Quantity label="loss" {...of('loss')} digits={3} />
      <Quantity label="spread" {...of('spread')} />
      <Quantity label="gap" {...of('gap')} />
    </p>
  );
}
