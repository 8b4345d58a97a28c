import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printed } from '#support/printedByCard.ts';
import { readRecord } from './card/readRecord.ts';
import { cardReport } from './card.ts';
import { markdownReport, markdownTable } from './markdown.ts';
import { summarise } from './report.ts';
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

test('without a graphics card’s numbers the report says by which command they come', () => {
  const reports = new Map(readReports());
  const { measured, origin } = cardReport([readRecord(printed('lab'))]);
  const { heading, groups } = measured;
  const report = { heading, ...origin, remarks: [], groups: groups.map(summarise) };
  reports.delete('card');
  expect(markdownReport(reports)).toContain('Not measured yet: `npm run bench -- card FILE…`');
  const withCard = markdownReport(reports.set('card', report));
  expect(withCard).not.toContain('Not measured yet');
  expect(withCard).toContain('by `npm run bench -- card` on 2026-11-27: NVIDIA L4, Intel');
  expect(withCard).toContain('| the lab on WebGPU | 1 ms |  | 0.2 |');
});

test('every part that is measured here is written down, and no id stands for two things', () => {
  const reports = readReports();
  expect([...reports.keys()].filter((name) => name !== 'card')).toEqual(
    PART_NAMES.filter((name) => name !== 'card'),
  );
  const unique = (ids: readonly string[]) => expect(ids).toEqual([...new Set(ids)]);
  for (const { groups } of reports.values()) {
    unique(groups.map(({ id }) => id));
    for (const { rows } of groups) unique(rows.map(({ id }) => id));
  }
});
