/** What a column of a table is. */
export type ColumnRole = 'label' | 'feature' | 'left out';

export interface PreviewColumn {
  /** Its place in the table, from 0. */
  readonly at: number;
  /** '' where it has none. */
  readonly name: string;
  readonly role: ColumnRole;
  /** The first of its cells. */
  readonly cells: readonly string[];
}

/** How a table begins, and what it was taken for. */
export interface TablePreview {
  readonly hasHeader: boolean;
  /** The column of labels; missing where it cannot be told. */
  readonly label?: number;
  readonly leftOut: readonly number[];
  /** Of many columns the first and the last, and that of the labels. */
  readonly columns: readonly PreviewColumn[];
}
