import { list } from '../list.ts';
import type { Layout } from './layout.ts';
import type { Table } from './table.ts';

const SEPARATOR_NAMES = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
  ' ': 'blanks',
} as const;

/** What a table was taken for, in sentences. */
export function describeLayout(table: Table, layout: Layout): string[] {
  const column = (at: number) =>
    layout.names[at] ? `${at + 1} (“${layout.names[at]}”)` : `${at + 1}`;
  const mark = table.decimalMark === ',' ? ' and decimal commas' : '';
  const named = table.remark ? 'A remark names the columns.' : 'There is no line of names.';
  const header = layout.hasHeader ? `Line ${table.lines[0]} names the columns.` : named;
  const notes = [
    `Read with ${SEPARATOR_NAMES[table.separator]} between cells${mark}.`,
    header,
    `The labels are in column ${column(layout.column!)}.`,
  ];
  const { leftOut } = layout;
  if (leftOut.length > 0)
    notes.push(
      leftOut.length === 1
        ? `Column ${column(leftOut[0]!)} is left out: it is no feature.`
        : `Columns ${list(leftOut.map(column))} are left out: they are no features.`,
    );
  return notes;
}
