import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Quantity } from '#kit/figure/Quantity.tsx';
import type { Decision } from './definition.ts';

interface MeetingReadOutsProps {
  readonly decision: ReadonlySignal<Decision | undefined>;
}

/** The decision in two words. */
export function MeetingReadOuts({ decision }: MeetingReadOutsProps) {
  const verdict = useComputed(
    () => decision.value && (decision.value.accepted ? 'accepted' : 'rejected'),
  );
  return (
    <p class="read-outs">
      <Quantity
        label="distance"
        name="distance"
        value={useComputed(() => decision.value?.distance)}
      />
      <Quantity label="decision" name="decision" value={verdict} />
    </p>
  );
}
