import { checkSize, DataError, type LabelledVectors, labelVectors } from './labelledVectors.ts';
import { isMissing, quote } from './table/cells.ts';
import { Columns } from './table/columns.ts';
import { describeLayout } from './table/describeLayout.ts';
import { findLayout, type Layout, type LayoutChoice } from './table/layout.ts';
import { previewTable } from './table/preview.ts';
import { readTable, type Table, textOf } from './table/table.ts';

/** R's row names have no name of their own; any other row that is wider than the first is a fault. */
function checkRowNames(table: Table, { hasHeader }: Layout): void {
  if (!table.lacks) return;
  const below = new Columns(table, 1);
  const areNames = below.isDistinct(0) && (below.isOfWords(0) || below.isWhole(0));
  if (!(hasHeader && areNames))
    throw new DataError(
      `line ${table.lines[1]}: ${table.width} columns where line ${table.lines[0]} has ${table.width - 1}`,
    );
}

/** Why a cell is no number, and what would be right. */
function refuseCell(table: Table, row: number, column: number): never {
  const cell = table.texts.get(column)!.get(row)!;
  const advice =
    isMissing(cell) && cell !== '' ? '; fill missing numbers in, or leave such lines out' : '';
  throw new DataError(
    `line ${table.lines[row]}, column ${column + 1}: expected a number, found ${quote(cell)}${advice}`,
  );
}

/** The label of each row, by value. */
function labelsOf(table: Table, column: number, begin: number): string[] {
  return Array.from({ length: table.numbers.length - begin }, (_, at) => {
    const label = textOf(table, begin + at, column);
    if (label === '')
      throw new DataError(
        `line ${table.lines[begin + at]}, column ${column + 1}: expected a label, found nothing`,
      );
    return label;
  });
}

/** Row after row, the numbers of the columns that are features. */
function valuesOf(table: Table, features: readonly number[], begin: number): Float64Array {
  const values = new Float64Array((table.numbers.length - begin) * features.length);
  let place = 0;
  for (let row = begin; row < table.numbers.length; row++)
    for (const column of features) {
      const value = table.numbers[row]![column]!;
      if (Number.isNaN(value)) refuseCell(table, row, column);
      values[place++] = value;
    }
  return values;
}

/** Vectors with labels from a table whose columns are what the layout says. */
function tableVectors(table: Table, layout: Layout): LabelledVectors {
  const { column: label, leftOut } = layout;
  const begin = layout.hasHeader ? 1 : 0;
  if (begin === table.numbers.length) throw new DataError('the CSV file has no samples');
  if (label === undefined) throw new DataError(layout.question!);
  const features = Array.from({ length: table.width }, (_, column) => column).filter(
    (column) => column !== label && !leftOut.includes(column),
  );
  checkSize([features.length], 'the CSV file');
  const values = valuesOf(table, features, begin);
  const vectors = labelVectors({ values, shape: [features.length] }, labelsOf(table, label, begin));
  return { ...vectors, notes: [...describeLayout(table, layout), ...vectors.notes] };
}

/**
 * Vectors with labels from a CSV text. What its columns are is found, unless the reader has said it:
 * whether the first line names them, which has the labels, which only number the rows. Throws a
 * DataError that names the line and what was expected there, or asks what cannot be told, with a preview.
 */
export function readCsvVectors(text: string, choice?: LayoutChoice): LabelledVectors {
  const table = readTable(text);
  if (table.width < 2)
    throw new DataError(
      `line ${table.lines[0]}: a sample needs at least one number and a label, separated by commas`,
    );
  const layout = findLayout(table, choice);
  checkRowNames(table, layout);
  const preview = previewTable(table, layout);
  try {
    return { ...tableVectors(table, layout), table: preview };
  } catch (error) {
    throw error instanceof DataError ? new DataError(error.message, preview) : error;
  }
}
