import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Quantity } from '#kit/figure/Quantity.tsx';
import type { Estimate } from '#metric/evaluation/verificationSummary.ts';
import { percent, type ThresholdQuantities } from './definition.ts';
import { Rate } from './Rate.tsx';

interface EstimatesProps {
  readonly quantities: ReadonlySignal<ThresholdQuantities | undefined>;
}

const ROWS = [
  { key: 'eer', label: 'equal error rate' },
  { key: 'tarAt1e2', label: 'true accepts at 1 % false' },
  { key: 'tarAt1e3', label: 'true accepts at 0.1 % false' },
] as const;

/** What does not depend on the threshold, with how sure one can be of it. */
export function Estimates({ quantities }: EstimatesProps) {
  const isExact = useComputed(() => {
    const test = quantities.value?.test;
    return test !== undefined && !ROWS.some(({ key }) => hasWidth(test[key]));
  });
  return (
    <>
      <p class="read-outs">
        <Quantity
          label="genuine pairs"
          name="genuinePairs"
          value={useComputed(() => quantities.value?.genuine)}
          digits={0}
        />
        <Quantity
          label="impostor pairs"
          name="impostorPairs"
          value={useComputed(() => quantities.value?.impostor)}
          digits={0}
        />
      </p>
      <dl class="estimates">
        {ROWS.map(({ key, label }) => (
          <div key={key}>
            <dt>{label}</dt>
            <Value name={key} estimate={useComputed(() => quantities.value?.test[key])} />
          </div>
        ))}
      </dl>
      {isExact.value && (
        <p class="no-intervals">
          No intervals: they come from drawing other identities, and among these few there are no
          others to draw.
        </p>
      )}
    </>
  );
}

interface ValueProps {
  readonly name: string;
  readonly estimate: ReadonlySignal<Estimate | undefined>;
}

const hasWidth = ({ low, high }: Estimate) => low < high;

const Value = ({ name, estimate }: ValueProps) => (
  <dd>
    <Rate name={name} value={useComputed(() => estimate.value?.value)} />{' '}
    <span class="interval">
      {useComputed(() => {
        if (!estimate.value || !hasWidth(estimate.value)) return '';
        const { low, high } = estimate.value;
        return `${percent(low).replace(' %', '')} to ${percent(high)}`;
      })}
    </span>
  </dd>
);
