import type { Columns } from './columns.ts';
import { namedLabel } from './labelNames.ts';

/** The column of labels; or, where several may be it or none is, a question. */
export interface LabelColumn {
  readonly column?: number;
  readonly question?: string;
}

/** More classes than these cannot be shown. */
const MOST_CLASSES = 100;

/** So few rows say nothing of how often a class occurs. */
const FEW_ROWS = 8;

const HOW = 'say which column has the labels, or name it “label” in a first line';

/** How much a column of numbers looks like labels: 0 not at all, 2 when classes are numbered on end. */
function likeness(columns: Columns, column: number): 0 | 1 | 2 {
  if (!columns.isWhole(column)) return 0;
  const values = [...columns.counts(column).keys()].map(Number);
  const most = columns.rows < FEW_ROWS ? columns.rows : columns.rows / 2;
  if (values.length < 2 || values.length > Math.min(MOST_CLASSES, most)) return 0;
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const isOnEnd = greatest - least === values.length - 1 && Math.abs(least) <= 1;
  return isOnEnd || String(values.toSorted((a, b) => a - b)) === '-1,1' ? 2 : 1;
}

function describe(columns: Columns, column: number): string {
  const values = [...columns.counts(column).keys()].map(Number).toSorted((a, b) => a - b);
  const shown = values.length > 6 ? [...values.slice(0, 5), '…'] : values;
  return `column ${column + 1} (${shown.join(', ')})`;
}

/**
 * Among numbers only, the labels are last, or first where the last column does not look like labels.
 * Where the first looks as much or more like them, nobody can tell.
 */
function amongNumbers(columns: Columns, [first, last]: readonly [number, number]): LabelColumn {
  const [asFirst, asLast] = [likeness(columns, first), likeness(columns, last)];
  if (asFirst === 0 && asLast === 0)
    return { question: `no column looks like labels: ${HOW}, or choose a table of labels with it` };
  if (columns.rows < FEW_ROWS || asLast > asFirst || first === last) return { column: last };
  if (asLast === 0) return { column: first };
  return {
    question: `the labels may be in ${describe(columns, first)} or in ${describe(columns, last)}: ${HOW}`,
  };
}

/**
 * Which column has the labels: the one that is named so, else the one of words that recur, else the
 * first or the last, whichever looks like labels. `index` are columns that only number the rows.
 */
export function findLabel(
  columns: Columns,
  names: readonly (string | undefined)[],
  index: readonly number[],
): LabelColumn {
  const named = namedLabel(names.map((name) => name ?? ''));
  if (named !== undefined) return { column: named };
  const words = columns.all.filter((column) => columns.isOfWords(column));
  const all = words.filter((column) => !columns.isDistinct(column));
  // True and false are features beside other words.
  const others = all.filter((column) => !columns.isOfTruths(column));
  const recurring = others.length > 0 ? others : all;
  // Words that are all different name the rows, unless there are but a few.
  const [label = columns.rows < FEW_ROWS ? words.at(-1) : undefined] = recurring;
  if (recurring.length > 1)
    return {
      question: `there are words in columns ${recurring.map((column) => column + 1).join(' and ')}: ${HOW}`,
    };
  if (label !== undefined) return { column: label };
  const rest = columns.all.filter((column) => !index.includes(column));
  const ends = rest.length > 0 ? rest : columns.all;
  return amongNumbers(columns, [ends[0]!, ends.at(-1)!]);
}
