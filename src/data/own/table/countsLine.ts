import { isNumber, numberOf } from './cells.ts';
import type { CsvRow } from './csvRows.ts';

/**
 * Whether the first row only counts: samples, features and the names of the classes, as scikit-learn's
 * data sets begin ("150,4,setosa,versicolor,virginica" above five columns).
 */
export function isCountsLine({ cells }: CsvRow, next: CsvRow | undefined): boolean {
  const [samples = '', features = '', ...classes] = cells;
  if (!next || !Number.isInteger(numberOf(samples))) return false;
  if (numberOf(features) !== next.cells.length - 1) return false;
  return classes.length > 1 && classes.every((name) => name !== '' && !isNumber(name));
}
