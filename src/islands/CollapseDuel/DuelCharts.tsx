import { type ReadonlySignal, useComputed } from '@preact/signals';
import { HistoryChart } from '#kit/charts/HistoryChart.tsx';
import type { Series } from '#kit/charts/HistorySeries.tsx';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { niceCeiling } from '#kit/charts/ticks.ts';
import { type Duel, type Moment, SIDES, STEPS } from './duel.ts';

interface DuelChartsProps {
  readonly duel: ReadonlySignal<Duel>;
  readonly step: ReadonlySignal<number>;
}

const MEASURES: readonly { readonly key: 'spread' | 'gap'; readonly label: string }[] = [
  { key: 'spread', label: 'spread within a class' },
  { key: 'gap', label: 'smallest gap between classes' },
];

/** Both measures over the steps, either loss a line. */
export function DuelCharts({ duel, step }: DuelChartsProps) {
  return (
    <>
      {MEASURES.map(({ key, label }) => (
        <MeasureChart
          key={key}
          duel={duel}
          step={step}
          label={label}
          of={(moment) => moment[key]}
        />
      ))}
    </>
  );
}

interface MeasureChartProps extends DuelChartsProps {
  readonly label: string;
  of(moment: Moment): number;
}

function MeasureChart({ duel, step, label, of }: MeasureChartProps) {
  const series: readonly Series[] = SIDES.map((side) => ({
    name: side,
    label: side,
    values: useComputed(() => duel.value[side].map(of)),
  }));
  const first = useComputed(() => 0);
  const span = useComputed(() => STEPS);
  const yMax = useComputed(() =>
    niceCeiling(Math.max(...series.flatMap(({ values }) => values.value))),
  );
  const described = useComputed(() => {
    const now = series.map(
      ({ name, values }) => `${name} ${formatNumber(values.value[step.value] ?? 0)}`,
    );
    return `${label} over the steps; at step ${step.value}: ${now.join(', ')}`;
  });
  return (
    <HistoryChart
      height={300}
      label={described}
      xLabel="steps"
      yLabel={label}
      series={series}
      first={first}
      span={span}
      yMax={yMax}
      cursor={step}
    />
  );
}
