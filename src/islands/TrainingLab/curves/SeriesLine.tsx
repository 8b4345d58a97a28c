import type { History } from '#training/run/history.ts';
import {
  type CurvePoint,
  type CurveScale,
  FINE,
  lastStepOf,
  path,
  SMOOTH,
  toX,
} from '#kit/charts/curve.ts';

export interface Series {
  readonly name: string;
  readonly of: (history: History) => readonly CurvePoint[];
  /** Class of the line: it decides colour and dash. */
  readonly look: string;
  /** Whether it jumps from batch to batch: then its mean is drawn over it. */
  readonly noisy?: boolean;
}

interface SeriesLineProps {
  readonly series: Series;
  readonly points: readonly CurvePoint[];
  /** Of the run before. */
  readonly before: readonly CurvePoint[];
  readonly scale: CurveScale;
  /** The height at which there is room for its name. */
  readonly end: number;
}

/** A curve with its name at its end, over that of the run before. */
export function SeriesLine({ series, points, before, scale, end }: SeriesLineProps) {
  const { name, look, noisy } = series;
  return (
    <g class={look}>
      <path class="lab-before" d={path(scale, before, SMOOTH)} />
      {noisy && <path class="lab-noise" d={path(scale, points)} />}
      <path class="lab-now" d={path(scale, points, noisy ? SMOOTH : FINE)} />
      {points.length > 0 && (
        <text x={toX(scale, lastStepOf(points)) + 6} y={end + 4}>
          {name}
        </text>
      )}
    </g>
  );
}
