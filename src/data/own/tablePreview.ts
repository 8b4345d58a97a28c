import type { DecimalMark } from './table/cells.ts';
import type { Separator } from './table/separators.ts';

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
  readonly separator: Separator;
  /** Missing where it cannot be told. */
  readonly decimalMark?: DecimalMark;
  /** Whether its first row names the columns; missing where that cannot be told. */
  readonly hasHeader?: boolean;
  /** How many columns there are, shown or not. */
  readonly width: number;
  /** The column of labels; missing where it cannot be told. */
  readonly label?: number;
  readonly leftOut: readonly number[];
  /** Of many columns the first, the last and those that are no plain features. */
  readonly columns: readonly PreviewColumn[];
}
