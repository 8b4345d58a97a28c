import type { CurvePoint } from '#kit/charts/curve.ts';
import { logShare } from '#kit/charts/logScale.ts';
import { shareOn } from '#kit/charts/valueAxis.ts';
import { linePath } from '#kit/plane/svgPath.ts';
import { STEPS } from './runs.ts';
import type { Side } from './side.ts';
import { SIZE_DOMAIN } from './SizeBar.tsx';

/** Of the three charts, which share their axis of steps. */
export const FRAME = { width: 640, left: 60, right: 12, panel: 72, gap: 12, bottom: 30 } as const;

interface Measure {
  readonly name: keyof Pick<Side, 'sizes' | 'ratios' | 'shares'>;
  readonly label: string;
  /** Where its name stands, across and down as shares of the chart: where the curves leave room. */
  readonly at: readonly [across: number, down: number];
  readonly ticks: readonly number[];
  /** The level that the eye is at. */
  readonly level?: number;
  /** From 0 at the bottom of the chart to 1 at its top; what lies beyond is held at the edge. */
  share(value: number): number;
}

const RATIOS = [0.5, 3] as const;
const SHARES = { lowest: -0.15, highest: 0.5 } as const;

export const MEASURES: readonly Measure[] = [
  {
    name: 'sizes',
    label: 'size of the cloud',
    at: [0.4, 0.2],
    ticks: [0.01, 0.1, 1],
    share: (value) => logShare(value, SIZE_DOMAIN),
  },
  {
    name: 'ratios',
    label: 'ratio',
    at: [0.12, 0.2],
    ticks: [1, 2],
    level: 1,
    share: (value) => logShare(value, RATIOS),
  },
  {
    name: 'shares',
    label: 'share that shrinks',
    at: [0.7, 0.55],
    ticks: [0, 0.4],
    level: 0,
    share: (value) => shareOn(SHARES, value),
  },
];

export const toX = (step: number): number =>
  FRAME.left + (step / STEPS) * (FRAME.width - FRAME.left - FRAME.right);

/** The upper edge of a chart, by its number. */
export const topOf = (index: number): number => index * (FRAME.panel + FRAME.gap) + 4;

export const HEIGHT = topOf(MEASURES.length) + FRAME.bottom;

/** The height of a value in the chart of that number. */
export const toY = (index: number, value: number): number =>
  topOf(index) + FRAME.panel * (1 - MEASURES[index]!.share(value));

export const pathOf = (index: number, points: readonly CurvePoint[]): string =>
  linePath(points.map(({ step, value }) => ({ x: toX(step), y: toY(index, value) })));
