import { expect, test } from 'vitest';
import { median, slug, summarise } from './report.ts';

test('the median of an even number of values lies between the middle two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('a row is written down by its median and its spread, and what was not reached as null', () => {
  const row = { id: 'ours', what: 'our layers', unit: 's' };
  const group = { id: 'runs', title: 'Runs', rows: [{ ...row, values: [2.5, 2, 3] }] };
  expect(summarise(group)).toEqual({
    id: 'runs',
    title: 'Runs',
    rows: [{ ...row, median: 2.5, least: 2, most: 3 }],
  });
  const unreached = summarise({ ...group, rows: [{ ...row, values: [Number.NaN] }] });
  expect(unreached.rows).toEqual([{ ...row, median: null, least: null, most: null }]);
});

test('an id is made of the letters and digits of a name', () => {
  expect(slug('dist.js (webgl) 2')).toBe('dist-js-webgl-2');
  expect(slug('style, layout')).toBe('style-layout');
});
