import { type CsvRow, csvRows } from './csvTable.ts';
import { checkSize, DataError, type LabelledVectors, labelVectors } from './labelledVectors.ts';

/** A column so named holds the labels; of several, the name that stands first here. */
const LABEL_NAMES: readonly string[] = ['label', 'labels', 'class', 'target', 'y', 'digit'];

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const isNumber = (cell: string) => NUMBER.test(cell) && Number.isFinite(Number(cell));

/** A long or many-line cell, fit for a sentence. */
const quote = (cell: string) =>
  cell === '' ? 'an empty cell' : JSON.stringify(cell.length > 40 ? `${cell.slice(0, 40)}…` : cell);

/** The next few of a sequence, which can be read on after them. */
function take<T>(sequence: Iterator<T>, most: number): T[] {
  const taken: T[] = [];
  while (taken.length < most) {
    const { done, value } = sequence.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

/** Which column has the labels, and where the samples begin. */
function findLabels(rows: readonly CsvRow[]): { column: number; header: number } {
  const first = rows[0]!.cells;
  const names = first.map((cell) => cell.toLowerCase());
  const named = LABEL_NAMES.map((name) => names.indexOf(name)).find((column) => column >= 0) ?? -1;
  const last = first.length - 1;
  const second = rows[1]?.cells ?? [];
  const words = (cells: readonly string[]) =>
    cells.flatMap((cell, column) => (isNumber(cell) ? [] : [column]));
  // "cat, 0.1, 0.2" is a sample; a header has a word where the next line has a number.
  const isHeader =
    named >= 0 || words(first).some((column) => second[column] && isNumber(second[column]));
  if (named >= 0) return { column: named, header: 1 };
  const sample = words(isHeader ? second : first);
  return { column: sample.length === 1 ? sample[0]! : last, header: isHeader ? 1 : 0 };
}

/**
 * Vectors with labels from a CSV text, with or without a header. The labels are the column named
 * "label" (or class, target, y, digit), else the one column of words, else the last. Throws a
 * DataError that names the line and what was expected there.
 */
export function readCsvVectors(text: string): LabelledVectors {
  const rows = csvRows(text);
  const opening = take(rows, 2);
  const first = opening[0];
  if (!first) throw new DataError('the CSV file is empty');
  const { column, header } = findLabels(opening);
  const width = first.cells.length;
  if (width < 2)
    throw new DataError(
      `line ${first.line}: a sample needs at least one number and a label, separated by commas`,
    );
  const vectors: Float64Array[] = [];
  const names: string[] = [];

  function add({ line, cells }: CsvRow): void {
    if (cells.length !== width)
      throw new DataError(
        `line ${line}: ${cells.length} columns where line ${first!.line} has ${width}`,
      );
    const vector = new Float64Array(width - 1);
    for (const [index, cell] of cells.entries()) {
      if (index === column) continue;
      if (!isNumber(cell))
        throw new DataError(
          `line ${line}, column ${index + 1}: expected a number, found ${quote(cell)}`,
        );
      vector[index < column ? index : index - 1] = Number(cell);
    }
    const name = cells[column]!;
    if (name === '')
      throw new DataError(`line ${line}, column ${column + 1}: expected a label, found nothing`);
    vectors.push(vector);
    names.push(name);
    checkSize(vectors.length, [width - 1], 'the CSV file');
  }

  opening.slice(header).forEach(add);
  for (const row of rows) add(row);
  checkSize(vectors.length, [width - 1], 'the CSV file');
  const values = new Float64Array(vectors.length * (width - 1));
  for (const [row, vector] of vectors.entries()) values.set(vector, row * (width - 1));
  return labelVectors({ values, shape: [width - 1] }, names);
}
