import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { ThresholdQuantities } from './definition.ts';
import { Rate } from './Rate.tsx';

interface StripProps {
  readonly quantities: ReadonlySignal<ThresholdQuantities | undefined>;
  /** The button at its end. */
  readonly children: ComponentChildren;
}

/** Both errors that the threshold makes. */
export const Strip = ({ quantities, children }: StripProps) => (
  <div class="figure-strip">
    <p class="read-outs">
      <span class="read-out" data-role="far">
        FAR <Rate name="far" value={useComputed(() => quantities.value?.far)} />
      </span>
      <span class="read-out" data-role="frr">
        FRR <Rate name="frr" value={useComputed(() => quantities.value?.frr)} />
      </span>
    </p>
    {children}
  </div>
);
