import { quote } from './cells.ts';
import { Columns } from './columns.ts';
import { hasHeader } from './header.ts';
import { indexColumns } from './indexColumns.ts';
import { findLabel, type LabelColumn } from './labelColumn.ts';
import { type Table, type TableChoice, textOf } from './table.ts';

/** How a table is written and what its columns are; a reader may say it, or part of it. */
export interface LayoutChoice extends TableChoice {
  readonly hasHeader?: boolean;
  readonly label?: number;
  /** Columns that are no features. */
  readonly leftOut?: readonly number[];
}

/** What the columns of a table are; where several readings are as good, with a question. */
export interface Layout extends LabelColumn {
  /** Missing where it cannot be told: then the first row is taken for a sample. */
  readonly hasHeader?: boolean;
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

/** The columns that are no features: they number the rows, say the labels once more, or say nothing. */
function noFeatures(
  columns: Columns,
  names: readonly (string | undefined)[],
  label: number | undefined,
): number[] {
  const found = new Set([
    ...indexColumns(columns, names, label),
    ...(label === undefined ? [] : copiesOf(columns, label)),
    ...columns.all.filter((column) => column !== label && columns.isMissing(column)),
  ]);
  // A number that is all there is counts, whatever it is called.
  const others = columns.all.length - Number(label !== undefined);
  return found.size < others ? [...found] : [];
}

const askForHeader = ({ lines, first }: Table) =>
  `line ${lines[0]} may name the columns or be a sample, the only one like it (${first.slice(0, 4).map(quote).join(', ')}${first.length > 4 ? ', …' : ''}): say which`;

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
  return {
    ...label,
    ...(header === undefined ? { question: askForHeader(table) } : { hasHeader: header }),
    names,
    leftOut: choice.leftOut ?? noFeatures(columns, names, label.column),
  };
}
