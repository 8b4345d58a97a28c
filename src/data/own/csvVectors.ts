import { checkSize, DataError, type LabelledVectors, labelVectors } from './labelledVectors.ts';
import { isMeasurement, isMissing, quote } from './table/cells.ts';
import { Columns } from './table/columns.ts';
import { describeLayout } from './table/describeLayout.ts';
import { findLayout, type Layout, type LayoutChoice } from './table/layout.ts';
import { previewTable } from './table/preview.ts';
import { readTable, type Table, textOf } from './table/table.ts';

/** R's row names have no name of their own; any other row that is wider than the first is a fault. */
function checkRowNames(table: Table, { hasHeader }: Layout): void {
  if (!table.lacksFirst) return;
  const below = new Columns(table, 1);
  const areNames = below.isDistinct(0) && (below.isOfWords(0) || below.isWhole(0));
  if (!(hasHeader && areNames))
    throw new DataError(
      `line ${table.lines[1]}: ${table.width} columns where line ${table.lines[0]} has ${table.width - 1}`,
    );
}

/** What to do about a cell that is no number. */
function adviceOn(cell: string, column: number, columns: Columns): string {
  if (isMissing(cell)) return '; fill missing numbers in, or leave such lines out';
  if (isMeasurement(cell)) return '; write numbers as plain as -1234.5';
  return columns.isOfWords(column)
    ? `; column ${column + 1} has words throughout: leave it out`
    : '';
}

/** Why a cell is no number, and what would be right. */
function refuseCell(columns: Columns, row: number, column: number): never {
  const { texts, lines } = columns.table;
  const cell = texts.get(column)!.get(row)!;
  throw new DataError(
    `line ${lines[row]}, column ${column + 1}: expected a number, found ${quote(cell)}${adviceOn(cell, column, columns)}`,
  );
}

/** The label of each row, by value. */
function labelsOf({ table, begin }: Columns, column: number): string[] {
  return Array.from({ length: table.numbers.length - begin }, (_, at) => {
    const label = textOf(table, begin + at, column);
    if (label === '')
      throw new DataError(
        `line ${table.lines[begin + at]}, column ${column + 1}: expected a label, found nothing`,
      );
    return label;
  });
}

/** Row after row, the numbers of the columns that are features, of which some say true or false. */
function valuesOf(
  columns: Columns,
  features: readonly number[],
  truths: ReadonlySet<number>,
): Float64Array {
  const { table, begin, rows } = columns;
  const values = new Float64Array(rows * features.length);
  let place = 0;
  for (let row = begin; row < table.numbers.length; row++)
    for (const column of features) {
      const value = truths.has(column)
        ? Number(/^t/i.test(textOf(table, row, column)))
        : table.numbers[row]![column]!;
      if (Number.isNaN(value)) refuseCell(columns, row, column);
      values[place++] = value;
    }
  return values;
}

/** Vectors with labels from a table whose columns are what the layout says. */
function tableVectors(table: Table, layout: Layout): LabelledVectors {
  if (table.width < 2)
    throw new DataError(
      `line ${table.lines[0]}: a sample needs at least one number and a label, separated by commas`,
    );
  if (table.fault) throw new DataError(table.fault);
  checkRowNames(table, layout);
  const columns = new Columns(table, layout.hasHeader ? 1 : 0);
  if (columns.rows === 0) throw new DataError('the CSV file has no samples');
  const { column: label, leftOut, question } = layout;
  if (question !== undefined || label === undefined) throw new DataError(question!);
  const features = columns.all.filter((column) => column !== label && !leftOut.includes(column));
  checkSize([features.length], 'the CSV file');
  const truths = new Set(features.filter((at) => columns.isOfWords(at) && columns.isOfTruths(at)));
  const values = valuesOf(columns, features, truths);
  const vectors = labelVectors({ values, shape: [features.length] }, labelsOf(columns, label));
  const missing = vectors.classes.find(isMissing);
  const notes = describeLayout(table, layout);
  if (truths.size > 0) notes.push('True counts as 1 and false as 0.');
  if (missing)
    notes.push(
      `One class is “${missing}”: where that says that a label is missing, leave such lines out.`,
    );
  return { ...vectors, notes };
}

/**
 * Vectors with labels from a CSV text. How it is written and what its columns are is found, unless the
 * reader has said it: what lies between cells, which mark numbers have, whether the first line names the
 * columns, which has the labels, which are no features. Throws a DataError that names the line and what was
 * expected there, or asks what cannot be told, with a preview.
 */
export function readCsvVectors(text: string, choice?: LayoutChoice): LabelledVectors {
  const table = readTable(text, choice);
  const layout = findLayout(table, choice);
  const preview = previewTable(table, layout);
  try {
    return { ...tableVectors(table, layout), table: preview };
  } catch (error) {
    throw error instanceof DataError ? new DataError(error.message, preview) : error;
  }
}
