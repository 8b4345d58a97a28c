import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Quantity } from '#kit/figure/Quantity.tsx';
import type { Decision } from './definition.ts';

interface DecisionProps {
  readonly decision: ReadonlySignal<Decision | undefined>;
}

/** The decision in two words. */
export function MeetingReadOuts({ decision }: DecisionProps) {
  const word = useComputed(
    () => decision.value && (decision.value.accepted ? 'accepted' : 'refused'),
  );
  return (
    <p class="read-outs">
      <span data-accepted={useComputed(() => decision.value?.accepted)}>
        <Quantity label="" name="decision" value={word} />
      </span>
      <Quantity
        label="distance"
        name="distance"
        value={useComputed(() => decision.value?.distance)}
      />
    </p>
  );
}

/** The decision in full, and whether it is right. */
export const Verdict = ({ decision }: DecisionProps) => (
  <p
    class="figure-verdict decision"
    data-drawing
    data-right={useComputed(() => decision.value?.right)}
  >
    {useComputed(() => decision.value?.reason ?? 'The network is on its way.')}
  </p>
);
