import { csvField } from '#kit/files/csv.ts';

/** An embedding with what is known of each of its points. */
export interface EmbeddingTable {
  /** Row-major. */
  readonly values: Float32Array;
  readonly dims: number;
  /** The name of each point's class. */
  readonly labels: readonly string[];
}

function rowsOf<T>(
  { values, dims, labels }: EmbeddingTable,
  row: (numbers: string[], label: string, index: number) => T,
): T[] {
  if (values.length !== dims * labels.length)
    throw new RangeError(
      `${labels.length} points of ${dims} dimensions need ${dims * labels.length} numbers, not ${values.length}`,
    );
  return labels.map((label, index) =>
    row(Array.from(values.subarray(index * dims, (index + 1) * dims), String), label, index),
  );
}

const lines = (rows: readonly string[]) => rows.map((row) => `${row}\n`).join('');

/** The vectors as the Embedding Projector reads them: numbers between tabs, without a header. */
export const vectorsTsv = (table: EmbeddingTable): string =>
  lines(rowsOf(table, (numbers) => numbers.join('\t')));

/** A text that cannot break a line of TSV: it has no way to quote. */
const inOneCell = (text: string) => text.replace(/[\t\r\n]+/g, ' ');

/** Their metadata for the Embedding Projector. With two columns the first line names them. */
export const metadataTsv = (table: EmbeddingTable): string =>
  lines(['index\tlabel', ...rowsOf(table, (_, label, index) => `${index}\t${inOneCell(label)}`)]);

/** Vectors and labels in one table, which the lab itself can read again. */
export function embeddingCsv(table: EmbeddingTable): string {
  const names = Array.from({ length: table.dims }, (_, d) => `x${d + 1}`);
  return lines([
    [...names, 'label'].join(','),
    ...rowsOf(table, (numbers, label) => [...numbers, csvField(label)].join(',')),
  ]);
}
