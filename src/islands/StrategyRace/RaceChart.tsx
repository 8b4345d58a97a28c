import { type ReadonlySignal, useComputed } from '@preact/signals';
import {
  CURVE,
  type CurvePoint,
  type CurveScale,
  FINE,
  lastStepOf,
  path,
  SMOOTH,
  thin,
  bottomOf,
  topOf,
  toX,
  toY,
} from '#kit/charts/curve.ts';
import { CurveFrame } from '#kit/charts/CurveFrame.tsx';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { CurveValues } from './CurveValues.tsx';
import { LANE_NUMBERS } from './lane.ts';
import type { LaneProgress } from './laneProgress.ts';
import { MEASURES, type Measure } from './measures.ts';
import { CHART_WIDTH } from './useReading.ts';

interface RaceChartProps {
  readonly measure: ReadonlySignal<Measure>;
  readonly names: ReadonlySignal<readonly string[]>;
  readonly lanes: ReadonlySignal<readonly LaneProgress[]>;
  /** Steps of the whole race: the axis does not grow as it goes. */
  readonly length: ReadonlySignal<number>;
  /** Where the reader points along the steps, as a share of them. */
  readonly at: ReadonlySignal<number | undefined>;
}

interface LaneCurveProps {
  readonly number: number;
  readonly points: ReadonlySignal<readonly CurvePoint[]>;
  readonly scale: ReadonlySignal<CurveScale>;
  readonly isNoisy: ReadonlySignal<boolean>;
}

/** A curve as far as it goes, with a dot at its end. */
function LaneCurve({ number, points, scale, isNoisy }: LaneCurveProps) {
  const drawn = useComputed(() => (isNoisy.value ? thin(points.value, SMOOTH) : points.value));
  return (
    <g class="lane-curve" data-lane={number}>
      <path d={useComputed(() => path(scale.value, drawn.value, FINE))} />
      <circle
        r="4"
        visibility={useComputed(() => (points.value.length ? 'visible' : 'hidden'))}
        cx={useComputed(() => toX(scale.value, lastStepOf(points.value)))}
        cy={useComputed(() => toY(scale.value, drawn.value.at(-1)?.value ?? 0))}
      />
    </g>
  );
}

/** The curves in words: where they end. */
const useWords = (
  measure: ReadonlySignal<Measure>,
  names: ReadonlySignal<readonly string[]>,
  curves: ReadonlySignal<readonly (readonly CurvePoint[])[]>,
) =>
  useComputed(() => {
    const ends = names.value.map((name, index) => {
      const last = curves.value[index]?.at(-1);
      return `${name} ${last ? formatNumber(last.value) : 'not yet'}`;
    });
    return `${MEASURES[measure.value].label} over the steps. ${ends.join(', ')}.`;
  });

/** One measure of all lanes over the steps; where the reader points, its exact values. */
export function RaceChart({ measure, names, lanes, length, at }: RaceChartProps) {
  const curves = useComputed(() => lanes.value.map(MEASURES[measure.value].of));
  const scale = useComputed(
    (): CurveScale => ({
      lastStep: length.value,
      lowest: bottomOf(curves.value),
      highest: MEASURES[measure.value].highest ?? topOf(curves.value),
    }),
  );
  const step = useComputed(() =>
    at.value === undefined ? undefined : Math.round(at.value * length.value),
  );
  const isNoisy = useComputed(() => measure.value !== 'knnAccuracy');
  return (
    <div class="race-chart">
      <svg
        class="chart"
        data-drawing
        data-measure={measure}
        viewBox={`0 0 ${CHART_WIDTH} ${CURVE.height}`}
        role="img"
        aria-label={useWords(measure, names, curves)}
      >
        {useComputed(() => (
          <CurveFrame label={MEASURES[measure.value].label} scale={scale} isUpright />
        ))}
        <path
          class="race-cursor"
          d={useComputed(() =>
            step.value === undefined
              ? ''
              : `M${toX(scale.value, step.value)},${CURVE.top}V${CURVE.height - CURVE.bottom}`,
          )}
        />
        {LANE_NUMBERS.map((number, index) => (
          <LaneCurve
            key={number}
            number={number}
            points={useComputed(() => curves.value[index] ?? [])}
            scale={scale}
            isNoisy={isNoisy}
          />
        ))}
      </svg>
      <CurveValues names={names} curves={curves} step={step} />
    </div>
  );
}
