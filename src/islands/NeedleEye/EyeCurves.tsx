import { type ReadonlySignal, useComputed } from '@preact/signals';
import { valueAt } from '#kit/charts/curve.ts';
import { FRAME, HEIGHT, MEASURES, pathOf, topOf, toX, toY } from './curveFrame.ts';
import type { Sides } from './definition.ts';
import { type Distance, DISTANCES, LANE, STEPS } from './runs.ts';

interface EyeCurvesProps {
  readonly sides: ReadonlySignal<Sides | undefined>;
  readonly step: ReadonlySignal<number>;
}

const RIGHT = FRAME.width - FRAME.right;
const BOTTOM = topOf(MEASURES.length - 1) + FRAME.panel;

/** Size, order and force of both runs over the steps, on one axis. */
export function EyeCurves({ sides, step }: EyeCurvesProps) {
  return (
    <svg
      class="chart eye-curves"
      data-drawing
      viewBox={`0 0 ${FRAME.width} ${HEIGHT}`}
      role="img"
      aria-label="Size of the cloud, d_an over d_ap and the share of the force that shrinks, of both runs over the steps"
    >
      <Axes />
      <path
        class="history-cursor"
        d={useComputed(() => `M${toX(step.value).toFixed(1)},${topOf(0)}V${BOTTOM}`)}
      />
      {DISTANCES.map((distance) => (
        <g key={distance} class="lane-curve" data-lane={LANE[distance]}>
          {MEASURES.map((_, index) => (
            <Curve key={index} {...{ index, distance, sides, step }} />
          ))}
        </g>
      ))}
      {MEASURES.map(({ label, at }, index) => (
        <text
          key={label}
          class="remark"
          x={FRAME.left + at[0] * (RIGHT - FRAME.left)}
          y={topOf(index) + at[1] * FRAME.panel}
          dy="0.3em"
        >
          {label}
        </text>
      ))}
    </svg>
  );
}

function Axes() {
  return (
    <g class="chart-frame">
      {MEASURES.map(({ name, ticks, level }, index) => (
        <g key={name}>
          <path class="curve-axis" d={`M${FRAME.left},${topOf(index)}v${FRAME.panel}H${RIGHT}`} />
          {ticks.map((tick) => (
            <text key={tick} class="tick-y" x={FRAME.left - 8} y={toY(index, tick)} dy="0.3em">
              {tick}
            </text>
          ))}
          {level !== undefined && (
            <path class="eye-level" d={`M${FRAME.left},${toY(index, level)}H${RIGHT}`} />
          )}
        </g>
      ))}
      {[0, 500, 1000].map((tick) => (
        <text key={tick} class="tick-x" x={toX(tick)} y={BOTTOM} dy="1.2em">
          {tick.toLocaleString('en')}
        </text>
      ))}
      <text class="tick-end" x={RIGHT} y={BOTTOM} dy="1.2em">
        step {STEPS.toLocaleString('en')}
      </text>
    </g>
  );
}

interface CurveProps extends EyeCurvesProps {
  readonly index: number;
  readonly distance: Distance;
}

/** One measure of one run, with a dot at the shown step. */
function Curve({ index, distance, sides, step }: CurveProps) {
  const points = useComputed(() => sides.value?.[distance][MEASURES[index]!.name] ?? []);
  const value = useComputed(() => valueAt(points.value, step.value));
  return (
    <>
      <path d={useComputed(() => pathOf(index, points.value))} />
      <circle
        r="4.5"
        visibility={useComputed(() => (value.value === undefined ? 'hidden' : 'visible'))}
        cx={useComputed(() => toX(step.value).toFixed(1))}
        cy={useComputed(() => toY(index, value.value ?? 0).toFixed(1))}
      />
    </>
  );
}
