import { type ReadonlySignal, useComputed } from '@preact/signals';
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
import { spreadOut } from '#kit/charts/spreadOut.ts';
import { HoverReadOut } from '../map/HoverReadOut.tsx';
import type { History } from '#training/run/history.ts';

interface Series {
  readonly name: string;
  readonly of: (history: History) => readonly CurvePoint[];
  /** Class of the line: it decides colour and dash. */
  readonly look: string;
  /** Whether it jumps from batch to batch: then its mean is drawn over it. */
  readonly noisy?: boolean;
}

export interface Level {
  readonly value: number;
  readonly name: string;
}

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
const LABEL_GAP = 15;

const lastStep = (points: readonly CurvePoint[]): number => points.at(-1)?.step ?? 0;

/** Curves over the steps of a run, named at their ends. */
export function Curves({ label, series, history, previous, highest, level }: CurvesProps) {
  const now = useComputed(() => series.map(({ of }) => of(history.value)));
  const before = useComputed(() => series.map(({ of }) => of(previous.value)));
  const scale = useComputed((): CurveScale => {
    const all = [...now.value, ...before.value];
    return {
      lastStep: Math.max(SHORTEST_AXIS, ...all.map(lastStep)),
      highest: highest ?? topOf(all, level?.value?.value ?? 0),
    };
  });
  const ends = useComputed(() => {
    const last = now.value.map((points) => thin(points, SMOOTH).at(-1)?.value);
    const values = level?.value ? [...last, level.value.value] : last;
    return spreadOut(
      values.map((value) => toY(scale.value, value ?? 0)),
      LABEL_GAP,
    );
  });
  const bottom = CURVE.height - CURVE.bottom;
  const right = CURVE.width - CURVE.right;

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
      {level && (
        <g class="lab-level" visibility={useComputed(() => (level.value ? 'visible' : 'hidden'))}>
          <path
            d={useComputed(
              () => `M${CURVE.left},${toY(scale.value, level.value?.value ?? 0)}H${right}`,
            )}
          />
          <text x={right + 6} y={useComputed(() => (ends.value[series.length] ?? 0) + 4)}>
            {useComputed(() =>
              level.value ? `${level.value.name} ${formatNumber(level.value.value)}` : '',
            )}
          </text>
        </g>
      )}
      <Changes history={history} scale={scale} bottom={bottom} />
      {series.map(({ name, look, noisy = false }, index) => (
        <g key={name} class={look}>
          <path
            class="lab-before"
            d={useComputed(() => path(scale.value, before.value[index] ?? [], SMOOTH))}
          />
          {noisy && (
            <path
              class="lab-noise"
              d={useComputed(() => path(scale.value, now.value[index] ?? []))}
            />
          )}
          <path
            class="lab-now"
            d={useComputed(() => path(scale.value, now.value[index] ?? [], noisy ? SMOOTH : FINE))}
          />
          <text
            x={useComputed(() => toX(scale.value, lastStep(now.value[index] ?? [])) + 6)}
            y={useComputed(() => (ends.value[index] ?? 0) + 4)}
            visibility={useComputed(() => (now.value[index]?.length ? 'visible' : 'hidden'))}
          >
            {name}
          </text>
        </g>
      ))}
      <HoverReadOut
        names={series.map(({ name }) => name)}
        looks={series.map(({ look }) => look)}
        curves={now}
        scale={scale}
      />
    </svg>
  );
}

interface ChangesProps {
  readonly history: ReadonlySignal<History>;
  readonly scale: ReadonlySignal<CurveScale>;
  readonly bottom: number;
}

/** Where other settings took over in mid-run. */
function Changes({ history, scale, bottom }: ChangesProps) {
  const changes = useComputed(() => history.value.changes ?? []);
  return (
    <>
      {changes.value.map(({ step, text }) => {
        const x = toX(scale.value, step).toFixed(1);
        return (
          <g key={step} class="lab-change">
            <path d={`M${x},${CURVE.top}V${bottom}`} />
            <text x={x} y={CURVE.top} dx="4" dy="0.7em">
              {text}
            </text>
          </g>
        );
      })}
    </>
  );
}
