import { type ReadonlySignal, useComputed } from '@preact/signals';
import { HistoryChart } from '#kit/charts/HistoryChart.tsx';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { niceCeiling } from '#kit/charts/ticks.ts';
import { type Snapshots, spanOf } from '#kit/motion/snapshots.ts';
import type { CrowdLoss } from './crowdLoss.ts';
import { type CrowdState, collapsedLoss } from './definition.ts';

interface CrowdHistoryProps {
  readonly state: ReadonlySignal<CrowdState>;
  readonly present: ReadonlySignal<CrowdLoss>;
  readonly history: ReadonlySignal<Snapshots<CrowdState>>;
}

/** The loss of every step so far, and the level at which a crowd in one point would rest. */
export function CrowdHistory({ state, present, history }: CrowdHistoryProps) {
  const loss = useComputed(() => present.value.loss);
  const collapsed = useComputed(() => collapsedLoss(state.value));
  /** Before the first step the history is what is shown. */
  const losses = useComputed(() => {
    const { snapshots } = history.value;
    return snapshots.length === 0 ? [loss.value] : snapshots.map(({ value }) => value);
  });
  const steps = useComputed(() => {
    const { snapshots, forgotten } = history.value;
    return forgotten + Math.max(0, snapshots.length - 1);
  });
  return (
    <>
      <p class="read-outs">
        <Quantity
          label="pull"
          name="pull"
          value={useComputed(() => present.value.pull)}
          digits={3}
        />
        <Quantity
          label="push"
          name="push"
          value={useComputed(() => present.value.push)}
          digits={3}
        />
      </p>
      <HistoryChart
        height={480}
        label={useComputed(
          () =>
            `Loss over ${steps.value} steps of descent, now ${formatNumber(loss.value)}; a crowd in one point would have ${formatNumber(collapsed.value)}`,
        )}
        xLabel="steps"
        yLabel="loss"
        series={[{ name: 'loss', values: losses }]}
        first={useComputed(() => history.value.forgotten)}
        span={useComputed(() => spanOf(losses.value.length))}
        yMax={useComputed(() => niceCeiling(1.05 * Math.max(collapsed.value, ...losses.value)))}
        cursor={useComputed(() => history.value.cursor)}
        reference={{ label: 'all in one point', value: collapsed }}
      />
    </>
  );
}
