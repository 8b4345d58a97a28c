import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { CurvePoint } from '#kit/charts/curve.ts';
import type { History } from '#training/run/history.ts';
import type { Chart } from './charts.ts';
import type { Series } from './SeriesLine.tsx';

/** More rows than these nobody reads, or hears. */
const MOST_ROWS = 30;

/** The steps of the rows: those that were judged or, of many, some of them evenly, the first and the last included. */
export function rowSteps({ evaluations }: History): readonly number[] {
  const { length } = evaluations;
  if (length <= MOST_ROWS) return evaluations.map(({ step }) => step);
  return Array.from(
    { length: MOST_ROWS },
    (_, row) => evaluations[Math.round((row * (length - 1)) / (MOST_ROWS - 1))]!.step,
  );
}

/** Of the points since the row before, the mean where they jump from batch to batch, else the last. */
function valueSince(points: readonly CurvePoint[], noisy: boolean): number | undefined {
  if (!noisy || points.length === 0) return points.at(-1)?.value;
  return points.reduce((sum, { value }) => sum + value, 0) / points.length;
}

const write = (value: number, axis: Chart['axis']): string => {
  if (axis === 'share') return formatNumber(100 * value, 1);
  // Spreads go over powers of ten.
  return axis === 'log' ? value.toPrecision(3) : formatNumber(value, 3);
};

/** A curve as a column: a cell for each of the steps, or none where it has no points. */
export function cellsOf(
  { of, noisy = false }: Series,
  axis: Chart['axis'],
  history: History,
  steps: readonly number[],
): readonly string[] {
  const points = of(history);
  let next = 0;
  const values = steps.map((step) => {
    const first = next;
    while (next < points.length && points[next]!.step <= step) next++;
    return valueSince(points.slice(first, next), noisy);
  });
  if (values.every((value) => value === undefined)) return [];
  return values.map((value) => (value === undefined ? '–' : write(value, axis)));
}
