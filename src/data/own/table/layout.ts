import { Columns } from './columns.ts';
import { hasHeader } from './header.ts';
import { indexColumns } from './indexColumns.ts';
import { findLabel, type LabelColumn } from './labelColumn.ts';
import { type Table, textOf } from './table.ts';

/** What the columns of a table are; a reader may say it, or part of it. */
export interface LayoutChoice {
  readonly hasHeader?: boolean;
  readonly label?: number;
  /** Columns that are no features. */
  readonly leftOut?: readonly number[];
}

export interface Layout extends LabelColumn {
  readonly hasHeader: boolean;
  /** Of each column, if the table has names; '' where a name is missing. */
  readonly names: readonly (string | undefined)[];
  readonly leftOut: readonly number[];
}

/** Columns whose words or numbers go one to one with the labels: the labels once more. */
function copiesOf(columns: Columns, label: number): number[] {
  const { table, begin } = columns;
  const classes = columns.counts(label).size;
  if (classes === columns.rows) return [];
  return columns.all.filter((column) => {
    if (column === label || !columns.isOfWords(column)) return false;
    if (columns.counts(column).size !== classes) return false;
    const pairs = new Set<string>();
    for (let row = begin; row < table.numbers.length; row++)
      pairs.add(JSON.stringify([textOf(table, row, label), textOf(table, row, column)]));
    return pairs.size === classes;
  });
}

/** What the columns of a table are, as far as the reader has not said it. */
export function findLayout(table: Table, choice: LayoutChoice = {}): Layout {
  const header = choice.hasHeader ?? hasHeader(table);
  const columns = new Columns(table, header ? 1 : 0);
  const named = header ? table.first : table.remark;
  const names = columns.all.map((column) => named?.[column]);
  const label =
    choice.label === undefined
      ? findLabel(columns, names, indexColumns(columns, names, undefined))
      : { column: choice.label };
  const isKnown = label.column !== undefined;
  const copies = isKnown ? copiesOf(columns, label.column!) : [];
  const found = [...indexColumns(columns, names, label.column), ...copies];
  // A number that is all there is counts, whatever it is called.
  const others = table.width - Number(isKnown);
  const leftOut = choice.leftOut ?? (found.length < others ? found : []);
  return { hasHeader: header, names, leftOut, ...label };
}
