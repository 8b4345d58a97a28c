import { type ReadonlySignal, signal, useComputed } from '@preact/signals';
import {
  CURVE,
  type CurvePoint,
  type CurveScale,
  lastStepOf,
  SMOOTH,
  thin,
  bottomOf,
  topOf,
  toY,
} from '#kit/charts/curve.ts';
import { CurveFrame } from '#kit/charts/CurveFrame.tsx';
import { spreadOut } from '#kit/charts/spreadOut.ts';
import { logAxis, type ValueAxis } from '#kit/charts/valueAxis.ts';
import type { History } from '#training/run/history.ts';
import { Changes } from './Changes.tsx';
import type { AxisKind, Chart } from './charts.ts';
import { HoverReadOut } from './HoverReadOut.tsx';
import { type Level, LevelLine } from './LevelLine.tsx';
import { SeriesLine } from './SeriesLine.tsx';

interface CurvesProps extends Chart {
  readonly history: ReadonlySignal<History>;
  /** The run before, drawn faintly. */
  readonly previous: ReadonlySignal<History>;
}

function axisOf(
  kind: AxisKind,
  curves: readonly (readonly CurvePoint[])[],
  levels: readonly number[],
): ValueAxis {
  if (kind === 'share') return { highest: 1 };
  if (kind === 'log') return logAxis(curves, levels);
  if (kind === 'from-zero')
    return { lowest: bottomOf(curves), highest: topOf(curves, Math.max(0, ...levels)) };
  const highest = topOf(
    curves.map((points) => points.map(({ step, value }) => ({ step, value: Math.abs(value) }))),
  );
  return { lowest: -highest, highest };
}

const NO_LEVELS = signal<readonly Level[]>([]);

const SHORTEST_AXIS = 100;
const LABEL_GAP = 20;

/** Curves over the steps of a run, named at their ends. */
export function Curves({
  label,
  series,
  history,
  previous,
  axis = 'from-zero',
  levels = NO_LEVELS,
}: CurvesProps) {
  const now = useComputed(() => series.map(({ of }) => of(history.value)));
  const before = useComputed(() => series.map(({ of }) => of(previous.value)));
  const scale = useComputed((): CurveScale => {
    const all = [...now.value, ...before.value];
    const marked = levels.value.map(({ value }) => value);
    return {
      lastStep: Math.max(SHORTEST_AXIS, ...all.map(lastStepOf)),
      ...axisOf(axis, all, marked),
    };
  });
  const ends = useComputed(() => {
    const last = now.value.map((points) => thin(points, SMOOTH).at(-1)?.value);
    return spreadOut(
      [...last, ...levels.value.map(({ value }) => value)].map((value) =>
        toY(scale.value, value ?? 0),
      ),
      LABEL_GAP,
      CURVE.height - CURVE.bottom,
    );
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: it holds a slider, and an SVG is no fieldset.
    <svg
      class="chart lab-curves"
      data-drawing
      viewBox={`0 0 ${CURVE.width} ${CURVE.height}`}
      role="group"
      aria-label={label}
    >
      <CurveFrame label={label} scale={scale} />
      {useComputed(() =>
        levels.value.map((level, index) => (
          <LevelLine
            key={level.text}
            level={level}
            scale={scale.value}
            end={ends.value[series.length + index]!}
          />
        )),
      )}
      <Changes history={history} scale={scale} />
      {useComputed(() =>
        series.map((one, index) => (
          <SeriesLine
            key={one.name}
            series={one}
            points={now.value[index]!}
            before={before.value[index]!}
            scale={scale.value}
            end={ends.value[index]!}
          />
        )),
      )}
      <HoverReadOut
        names={series.map(({ name }) => name)}
        looks={series.map(({ look }) => look)}
        curves={now}
        scale={scale}
      />
    </svg>
  );
}
