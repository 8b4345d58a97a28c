/** The geometry of a small chart with fixed axes, shared by its frame and the curves drawn on it. */
import { linePath } from '../plane/svgPath.ts';

interface Axis {
  readonly domain: readonly [number, number];
  /** Null where the figure writes its own, live label. */
  readonly label: string | null;
  readonly ticks: number;
}

export interface Chart {
  readonly size: { readonly width: number; readonly height: number };
  readonly x: Axis;
  readonly y: Axis;
  readonly toX: (value: number) => number;
  readonly toY: (value: number) => number;
}

export const CHART_MARGINS = { top: 28, right: 12, bottom: 50, left: 40 } as const;

export function createChart({ size, x, y }: Pick<Chart, 'size' | 'x' | 'y'>): Chart {
  const { top, right, bottom, left } = CHART_MARGINS;
  const linear = ({ domain: [from, to] }: Axis, start: number, end: number) => {
    const slope = (end - start) / (to - from);
    return (value: number) => start + (value - from) * slope;
  };
  return {
    size,
    x,
    y,
    toX: linear(x, left, size.width - right),
    toY: linear(y, size.height - bottom, top),
  };
}

/** An SVG path through the points (x, f(x)) of a chart. */
export const curvePath = (chart: Chart, xs: readonly number[], f: (x: number) => number): string =>
  linePath(xs.map((x) => ({ x: chart.toX(x), y: chart.toY(f(x)) })));
