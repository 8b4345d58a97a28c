import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { createChart, curvePath } from './chart.ts';
import { renderChartFrame } from './chartFrame.ts';
import { linePath } from '../plane/svgPath.ts';

const chart = createChart({
  size: { width: 480, height: 480 },
  x: { domain: [0, 2], label: 'distance', ticks: 2 },
  y: { domain: [0, 4], label: 'loss', ticks: 4 },
});

/** Where the ticks of an axis stand, by their text. */
function ticks(axis: 'x' | 'y') {
  const { document } = parseHTML(`<!doctype html><svg>${renderChartFrame(chart)}</svg>`);
  const labels = document.querySelectorAll(`[data-part="${axis}-axis tick label"] text`);
  return [...labels].map((label) => {
    const [, x, y] =
      /translate\(([\d.]+),([\d.]+)\)/.exec(label.getAttribute('transform') ?? '') ?? [];
    return { value: Number(label.textContent), x: Number(x), y: Number(y) };
  });
}

test("Plot's axes and the chart's own scales put a value at the same place", () => {
  expect(ticks('x').length).toBeGreaterThan(2);
  expect(ticks('y').length).toBeGreaterThan(2);
  for (const { value, x } of ticks('x')) expect(x).toBeCloseTo(chart.toX(value), 9);
  for (const { value, y } of ticks('y')) expect(y).toBeCloseTo(chart.toY(value), 9);
});

test('a curve runs through its points', () => {
  const path = curvePath(chart, [0, 2], (x) => x * x);
  const places = [
    [0, 0],
    [2, 4],
  ] as const;
  expect(path).toBe(linePath(places.map(([x, y]) => ({ x: chart.toX(x), y: chart.toY(y) }))));
});
