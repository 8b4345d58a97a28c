import { useComputed } from '@preact/signals';
import { formatCount, formatNumber, formatPercent } from '#kit/figure/numberFormat.ts';
import { Measure } from '../curves/Measure.tsx';
import type { EvaluationPoint } from '#training/service/contract.ts';
import type { Lab } from './lab.ts';

/** Of which step it is, and of how many samples where that are not all of them. */
const knnLabel = (evaluation: EvaluationPoint | undefined, isOlder: boolean): string =>
  [
    evaluation && isOlder ? `k-NN at ${formatCount(evaluation.step)}` : 'k-NN',
    ...(evaluation?.of ? [`of ${evaluation.of}`] : []),
  ].join(', ');

/** On the map's edge: where the run stands. */
export function RunStrip({ lab }: { readonly lab: Lab }) {
  const { history } = lab;
  const evaluation = useComputed(() => history.value.evaluations.at(-1));
  const latest = useComputed(() => history.value.steps.at(-1));
  /** A run is judged now and then, and trains on meanwhile. */
  const isOlder = useComputed(
    () => evaluation.value !== undefined && evaluation.value.step < (latest.value?.step ?? 0),
  );
  return (
    <dl class="lab-strip">
      <Measure
        label="step"
        name="step"
        value={useComputed(() => latest.value?.step ?? evaluation.value?.step)}
        format={formatCount}
      />
      <Measure
        label="loss"
        name="loss"
        value={useComputed(() => latest.value?.loss)}
        format={(value) => formatNumber(value, 3)}
      />
      <Measure
        label="active share"
        title="Of the pairs or triplets that the miner selected, those with a positive loss"
        name="activeShare"
        value={useComputed(() => latest.value?.activeShare)}
        format={formatPercent}
      />
      <Measure
        label={useComputed(() => knnLabel(evaluation.value, isOlder.value))}
        title="k-NN accuracy: held-out samples that their five nearest other held-out samples vote for rightly"
        name="knnAccuracy"
        value={useComputed(() => evaluation.value?.knnAccuracy)}
        format={formatPercent}
      />
    </dl>
  );
}
