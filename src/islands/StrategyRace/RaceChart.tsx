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

interface LaneCurveProps {
  readonly number: number;
  readonly points: ReadonlySignal<readonly CurvePoint[]>;
  readonly scale: ReadonlySignal<CurveScale>;
  readonly isNoisy: boolean;
}

/** A curve as far as it goes, with a dot at its end. */
function LaneCurve({ number, points, scale, isNoisy }: LaneCurveProps) {
  const drawn = useComputed(() => (isNoisy ? thin(points.value, SMOOTH) : points.value));
  return (
    <g class="race-curve" data-lane={number}>
      <path d={useComputed(() => path(scale.value, drawn.value, FINE))} />
      <circle
        r="4"
        visibility={useComputed(() => (points.value.length ? 'visible' : 'hidden'))}
        cx={useComputed(() => toX(scale.value, points.value.at(-1)?.step ?? 0))}
        cy={useComputed(() => toY(scale.value, drawn.value.at(-1)?.value ?? 0))}
      />
    </g>
  );
}

interface Told {
  readonly names: ReadonlySignal<readonly string[]>;
  readonly curves: ReadonlySignal<readonly (readonly CurvePoint[])[]>;
  /** The step under the pointer. */
  readonly hovered: ReadonlySignal<number | undefined>;
}

/** The curves in words: where they end, and what they are at the pointer. */
function useWords(label: string, { names, curves, hovered }: Told) {
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
  return { described, readOut };
}

/** One measure of all lanes over the steps; a pointer on it reads the exact values. */
export function RaceChart({ measure, names, lanes, length }: RaceChartProps) {
  const { label, of, highest } = MEASURES[measure];
  const curves = useComputed(() => lanes.value.map((lane) => of(lane)));
  const scale = useComputed(
    (): CurveScale => ({ lastStep: length.value, highest: highest ?? topOf(curves.value) }),
  );
  const hovered = useSignal<number | undefined>(undefined);
  const { described, readOut } = useWords(label, { names, curves, hovered });
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
          <LaneCurve
            key={number}
            number={number}
            points={useComputed(() => curves.value[index] ?? [])}
            scale={scale}
            isNoisy={measure !== 'knnAccuracy'}
          />
        ))}
      </svg>
      <p class="race-read-out">{readOut}</p>
    </div>
  );
}
