import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { markdownReport, markdownTable } from './markdown.ts';
import { PART_NAMES, readReports } from './writeDown.ts';

test('the table has a line per row, with its ratio to the first row of its group', () => {
  const row = (what: string, unit: string, [least, median, most]: readonly number[]) => ({
    id: what,
    what,
    unit,
    least: least!,
    median: median!,
    most: most!,
  });
  const table = markdownTable([
    {
      id: 'mining',
      title: 'Mining',
      rows: [
        row('loops', 'ms', [9, 10, 12]),
        row('ours', 'ms', [2, 2, 2.5]),
        row('long tasks', 'tasks', [0, 0, 0]),
        { id: 'goal', what: 'goal', unit: 'ms', least: null, median: null, most: null },
      ],
    },
  ]);
  expect(table.split('\n').slice(2)).toEqual([
    '| **Mining** | | | |',
    '| loops | 10 ms | 9 to 12 | 1 |',
    '| ours | 2 ms | 2 to 2.5 | 0.2 |',
    '| long tasks | 0 tasks |  |  |',
    '| goal | – ms |  |  |',
  ]);
});

test('bench/README.md is what the JSON files give: npm run bench -- report', () => {
  const committed = readFileSync(new URL('../../bench/README.md', import.meta.url), 'utf8');
  expect(committed).toBe(markdownReport(readReports()));
});

test('every part is written down, and no id stands for two things', () => {
  const reports = readReports();
  expect([...reports.keys()]).toEqual([...PART_NAMES]);
  const unique = (ids: readonly string[]) => expect(ids).toEqual([...new Set(ids)]);
  for (const { groups } of reports.values()) {
    unique(groups.map(({ id }) => id));
    for (const { rows } of groups) unique(rows.map(({ id }) => id));
  }
});
