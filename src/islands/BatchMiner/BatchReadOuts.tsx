import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Quantity } from '#kit/figure/Quantity.tsx';
import type { Pair } from './BatchPlane.tsx';
import { type BatchState, sampleName } from './batch.ts';
import type { BatchQuantities } from './quantities.ts';
import type { AnchorSelection } from './selection.ts';

interface BatchReadOutsProps {
  readonly quantities: ReadonlySignal<BatchQuantities>;
}

/** The numbers of the batch as a whole. */
export function BatchReadOuts({ quantities }: BatchReadOutsProps) {
  return (
    <>
      <Quantity label="loss" name="loss" value={useComputed(() => quantities.value.loss)} />
      <Quantity
        label="active share"
        name="activeShare"
        value={useComputed(() => quantities.value.activeShare)}
      />
    </>
  );
}

interface PairReadOutProps {
  readonly state: ReadonlySignal<BatchState>;
  readonly selection: ReadonlySignal<AnchorSelection>;
  readonly pair: ReadonlySignal<Pair | undefined>;
  readonly distance: ReadonlySignal<number | undefined>;
}

/** Whose triplets are drawn, and how far apart the pair is that the reader points at. */
export function PairReadOut({ state, selection, pair, distance }: PairReadOutProps) {
  const label = useComputed(() =>
    pair.value
      ? `${sampleName(state.value, pair.value.row)} to ${sampleName(state.value, pair.value.column)}:`
      : 'the pair under the pointer:',
  );
  return (
    <p class="read-outs">
      <Quantity
        label="anchor"
        name="anchor"
        value={useComputed(() => sampleName(state.value, selection.value.anchor))}
      />
      <Quantity label={label} name="pairDistance" value={distance} />
      <span class="shade-key">
        near <i /> far
      </span>
    </p>
  );
}
