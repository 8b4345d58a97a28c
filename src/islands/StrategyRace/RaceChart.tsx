import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import type { TargetedPointerEvent } from 'preact';
import {
  CURVE,
  type CurvePoint,
  type CurveScale,
  FINE,
  path,
  SMOOTH,
  thin,
  topOf,
  toX,
  toY,
} from '#kit/charts/curve.ts';
import { CurveFrame } from '#kit/charts/CurveFrame.tsx';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { LANE_NUMBERS } from './lane.ts';
import type { LaneProgress } from './laneProgress.ts';
import { MEASURES, type Measure } from './progress.ts';

interface RaceChartProps {
  readonly measure: Measure;
  readonly names: ReadonlySignal<readonly string[]>;
  readonly lanes: ReadonlySignal<readonly LaneProgress[]>;
  /** Steps of the whole race: the axis does not grow as it goes. */
  readonly length: ReadonlySignal<number>;
}

/** The lanes are named above: the room for names at the right is left out. */
const WIDTH = CURVE.width - CURVE.right + 16;

const at = (points: readonly CurvePoint[], step: number): CurvePoint | undefined =>
  points.findLast((point) => point.step <= step) ?? points[0];

/** One measure of all lanes over the steps; a pointer on it reads the exact values. */
export function RaceChart({ measure, names, lanes, length }: RaceChartProps) {
  const { label, of, highest } = MEASURES[measure];
  const curves = useComputed(() => lanes.value.map((lane) => of(lane)));
  const scale = useComputed(
    (): CurveScale => ({ lastStep: length.value, highest: highest ?? topOf(curves.value) }),
  );
  const isNoisy = measure !== 'knnAccuracy';
  const hovered = useSignal<number | undefined>(undefined);
  const bottom = CURVE.height - CURVE.bottom;
  const right = CURVE.width - CURVE.right;

  const read = (event: TargetedPointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDTH;
    const share = (x - CURVE.left) / (right - CURVE.left);
    hovered.value = share >= 0 && share <= 1 ? Math.round(share * scale.value.lastStep) : undefined;
  };
  const leave = () => {
    hovered.value = undefined;
  };
  const described = useComputed(() => {
    const ends = curves.value.map((points, index) => {
      const last = points.at(-1);
      return `${names.value[index]} ${last ? formatNumber(last.value) : 'not yet'}`;
    });
    return `${label} over the steps. ${ends.join(', ')}.`;
  });
  const readOut = useComputed(() => {
    const step = hovered.value;
    if (step === undefined || curves.value.length === 0) return '';
    const values = curves.value.map((points, index) => {
      const point = at(points, step);
      return `${names.value[index]} ${point ? formatNumber(point.value, 3) : '–'}`;
    });
    return `step ${step}: ${values.join(' · ')}`;
  });

  return (
    <div class="race-chart">
      <svg
        class="chart"
        data-drawing
        data-measure={measure}
        viewBox={`0 0 ${WIDTH} ${CURVE.height}`}
        role="img"
        aria-label={described}
        onPointerMove={read}
        onPointerDown={read}
        onPointerLeave={leave}
      >
        <CurveFrame label={label} scale={scale} isUpright />
        <path
          class="race-cursor"
          d={useComputed(() =>
            hovered.value === undefined
              ? ''
              : `M${toX(scale.value, hovered.value)},${CURVE.top}V${bottom}`,
          )}
        />
        {LANE_NUMBERS.map((number, index) => (
          <g key={number} class="race-curve" data-lane={number}>
            <path
              d={useComputed(() => {
                const points = curves.value[index] ?? [];
                return path(scale.value, isNoisy ? thin(points, SMOOTH) : points, FINE);
              })}
            />
            <circle
              r="4"
              visibility={useComputed(() => (curves.value[index]?.length ? 'visible' : 'hidden'))}
              cx={useComputed(() => toX(scale.value, curves.value[index]?.at(-1)?.step ?? 0))}
              cy={useComputed(() => {
                const points = curves.value[index] ?? [];
                const last = (isNoisy ? thin(points, SMOOTH) : points).at(-1);
                return toY(scale.value, last?.value ?? 0);
              })}
            />
          </g>
        ))}
      </svg>
      <p class="race-read-out">{readOut}</p>
    </div>
  );
}
