import { type ReadonlySignal, useComputed } from '@preact/signals';
import { HistoryChart } from '#kit/charts/HistoryChart.tsx';
import { type Snapshots, spanOf } from '#kit/motion/snapshots.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { niceCeiling } from '#kit/charts/ticks.ts';
import { labelOf } from './definition.ts';
import type { BatchQuantities } from './quantities.ts';
import type { BatchState } from './batch.ts';
import './charts.css';

interface RadiusHistoryProps {
  readonly quantities: ReadonlySignal<BatchQuantities>;
  readonly history: ReadonlySignal<Snapshots<BatchState>>;
}

/** The radius of the cloud at every step so far, and where the strategy was changed. */
export function RadiusHistory({ quantities, history }: RadiusHistoryProps) {
  const radius = useComputed(() => quantities.value.radius);
  /** Before the first step the history is what is shown. */
  const radii = useComputed(() => {
    const { snapshots } = history.value;
    return snapshots.length === 0 ? [radius.value] : snapshots.map(({ value }) => value);
  });
  const changes = useComputed(() =>
    history.value.snapshots.flatMap(({ state }, index, all) => {
      const before = all[index - 1];
      return before && before.state.strategy === state.strategy
        ? []
        : [{ index, label: labelOf(state.strategy) }];
    }),
  );
  return (
    <>
      <p class="read-outs">
        <Quantity label="radius of the cloud" name="radius" value={radius} digits={3} />
      </p>
      <HistoryChart
        height={300}
        label={useComputed(
          () =>
            `Radius of the cloud over ${radii.value.length - 1} steps, now ${formatNumber(radius.value)}`,
        )}
        xLabel="steps"
        yLabel="radius"
        series={[{ name: 'radius', values: radii }]}
        first={useComputed(() => history.value.snapshots[0]?.state.step ?? 0)}
        span={useComputed(() => spanOf(radii.value.length))}
        yMax={useComputed(() => niceCeiling(1.15 * Math.max(0.5, ...radii.value)))}
        cursor={useComputed(() => history.value.cursor)}
        events={changes}
      />
    </>
  );
}
