import { expect, test } from 'vitest';
import { markdownTable, median } from './report.ts';

test('the median of an even number of values lies between the middle two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('the table has a line per row, with its ratio to the first row of its group', () => {
  const table = markdownTable([
    {
      title: 'mining',
      rows: [
        { what: 'loops', unit: 'ms', values: [9, 10, 12] },
        { what: 'ours', unit: 'ms', values: [2, 2, 2.5] },
        { what: 'long tasks', unit: 'tasks', values: [0] },
      ],
    },
  ]);
  expect(table.split('\n').slice(2)).toEqual([
    '| **mining** | | | |',
    '| loops | 10 ms | 9 to 12 | 1 |',
    '| ours | 2 ms | 2 to 2.5 | 0.2 |',
    '| long tasks | 0 tasks |  |  |',
  ]);
});
