import { type ReadonlySignal, useComputed } from '@preact/signals';
import { CURVE, type CurveScale, lastStepOf, SMOOTH, thin, topOf, toY } from '#kit/charts/curve.ts';
import { CurveFrame } from '#kit/charts/CurveFrame.tsx';
import { spreadOut } from '#kit/charts/spreadOut.ts';
import type { History } from '#training/run/history.ts';
import { Changes } from './Changes.tsx';
import { HoverReadOut } from './HoverReadOut.tsx';
import { type Level, LevelLine } from './LevelLine.tsx';
import { type Series, SeriesLine } from './SeriesLine.tsx';

interface CurvesProps {
  readonly label: string;
  readonly series: readonly Series[];
  readonly history: ReadonlySignal<History>;
  /** The run before, drawn faintly. */
  readonly previous: ReadonlySignal<History>;
  /** Top of the scale; without it the scale follows the curves. */
  readonly highest?: number;
  /** A dashed level with its name. */
  readonly level?: ReadonlySignal<Level | undefined>;
}

const SHORTEST_AXIS = 100;
const LABEL_GAP = 20;

/** Curves over the steps of a run, named at their ends. */
export function Curves({ label, series, history, previous, highest, level }: CurvesProps) {
  const now = useComputed(() => series.map(({ of }) => of(history.value)));
  const before = useComputed(() => series.map(({ of }) => of(previous.value)));
  const scale = useComputed((): CurveScale => {
    const all = [...now.value, ...before.value];
    return {
      lastStep: Math.max(SHORTEST_AXIS, ...all.map(lastStepOf)),
      highest: highest ?? topOf(all, level?.value?.value ?? 0),
    };
  });
  const ends = useComputed(() => {
    const last = now.value.map((points) => thin(points, SMOOTH).at(-1)?.value);
    const values = level?.value ? [...last, level.value.value] : last;
    return spreadOut(
      values.map((value) => toY(scale.value, value ?? 0)),
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
      {useComputed(
        () =>
          level?.value && (
            <LevelLine level={level.value} scale={scale.value} end={ends.value[series.length]!} />
          ),
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
