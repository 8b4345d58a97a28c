import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import kernels from '../../bench/kernels.json';
import { domainOf, drawStepTimes } from './drawStepTimes.ts';
import { stepTimesOf } from './stepTimes.ts';

const all = stepTimesOf(kernels);
const [from, to] = domainOf(all);

const drawn = (markup: string) => parseHTML(`<svg>${markup}</svg>`).document;

/** What is written in a chart, row by row: Plot moves each text to its place. */
function writtenRows(markup: string): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, string[]>();
  for (const text of drawn(markup).querySelectorAll('text[transform]')) {
    const y = /,([\d.]+)\)/.exec(text.getAttribute('transform') ?? '')?.[1] ?? '';
    rows.set(y, [...(rows.get(y) ?? []), text.textContent ?? '']);
  }
  return rows;
}

test('the chart writes beside each engine the time that was measured of it', () => {
  for (const times of all)
    for (const layout of ['wide', 'narrow'] as const) {
      const rows = [...writtenRows(drawStepTimes(times, [from, to], layout)).values()];
      const measured = kernels.groups.find(({ id }) => id === times.group)!.rows;
      expect(times.rows.length).toBeGreaterThan(1);
      for (const { what } of times.rows) {
        const [time] = rows.find((row) => row.includes(what))!.filter((text) => text !== what);
        const { median } = measured.find((row) => row.what === what)!;
        expect(time).toMatch(/^[\d.,]+ ms$/);
        expect(Math.abs(Number(time!.replace(/,| ms/g, '')) / median - 1)).toBeLessThan(0.005);
      }
    }
});

test('a bar is as long as the logarithm of its time says', () => {
  for (const times of all) {
    const markup = drawStepTimes(times, [from, to], 'narrow');
    const bars = [...drawn(markup).querySelectorAll('rect')];
    const widths = bars.map((bar) => Number(bar.getAttribute('width'))).sort((a, b) => a - b);
    const whole = 350 - 1 - 64;
    expect(widths).toHaveLength(times.rows.length);
    times.rows.forEach(({ median }, index) => {
      expect(widths[index]! / whole).toBeCloseTo(Math.log(median / from) / Math.log(to / from), 2);
    });
  }
});
