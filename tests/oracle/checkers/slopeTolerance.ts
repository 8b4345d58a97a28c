import type { OracleCase } from '../oracleCase.ts';

/** The largest number among nested lists, by its size. */
const largest = (values: unknown): number =>
  Array.isArray(values)
    ? values.reduce((most: number, value) => Math.max(most, largest(value)), 0)
    : Math.abs(Number(values)) || 0;

/** What a case allows a gradient, relative to its largest entry, unless inputs are ill-conditioned. */
const USUAL = 1e-9;
const WIDEST = 1e-8;
/** And absolutely, where all are 0. */
const LEAST = 1e-12;

/**
 * What the slopes by the similarities may differ: the case's `gradAbs` is of the gradients by the rows,
 * which are of another size where rows are normalised, so that it counts relative to the largest of these.
 */
export function slopeTolerance({ expected, tolerance }: OracleCase): number {
  const ofRows = Object.keys(expected).filter((name) => Array.isArray(expected[name]));
  const most = Math.max(
    ...ofRows.filter((name) => name.startsWith('grad')).map((name) => largest(expected[name])),
  );
  const relative = most > 0 ? (tolerance?.gradAbs ?? 0) / most : USUAL;
  const within = largest(expected['pairGrad']) * Math.min(WIDEST, Math.max(USUAL, relative));
  return Math.max(LEAST, within);
}
