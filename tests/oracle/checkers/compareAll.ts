import type { Comparison } from '../findings.ts';
import { toRows } from '../inputs.ts';
import type { OracleCase } from '../oracleCase.ts';
import { slopeTolerance } from './slopeTolerance.ts';

type Answer = ArrayLike<number> | number | undefined;

const asRows = (values: ArrayLike<number>, shape: unknown): unknown => {
  if (!Array.isArray(shape) || !Array.isArray(shape[0])) return Array.from(values);
  const rows = toRows(values, values.length / shape.length);
  return shape.map((part, i) => asRows(rows[i]!, part));
};

/** A list whose expected entries are null where the anchor was left out. */
function compareAnchors(
  comparison: Comparison,
  name: string,
  actual: ArrayLike<number>,
  expected: readonly unknown[],
  tolerance: number,
): void {
  const taking = expected.map((wanted, i) => [actual[i] ?? Number.NaN, wanted] as const);
  for (const [i, [found, wanted]] of taking.entries())
    if (wanted === null) comparison.same(`${name}[${i}] is left out`, Number.isNaN(found), true);
    else comparison.number(`${name}[${i}]`, found, wanted, tolerance);
}

/** What is an anchor's, and what is a matrix of shares: the tolerances differ. */
const OF_ANCHORS = /^perAnchor/;
const OF_SHARES = /^weights/;

/**
 * Compares everything that a case expects and we have an answer to: the loss, gradients in the shape
 * of what they are of (only that they are numbers where they are not unique), anchors, shares.
 */
export function compareAll(
  comparison: Comparison,
  oracleCase: OracleCase,
  answers: Readonly<Record<string, Answer>>,
): void {
  const { expected, tolerance } = oracleCase;
  const { lossAbs = 1e-10, gradAbs = 1e-9, probabilityAbs = 1e-10 } = tolerance ?? {};
  for (const [name, actual] of Object.entries(answers)) {
    const wanted = expected[name];
    if (wanted === undefined || actual === undefined) continue;
    const isGradient = name.startsWith('grad') || name === 'pairGrad';
    if (isGradient && expected['gradUnique'] === false) {
      if (Number.isFinite(Number(expected['loss'])))
        comparison.finite(name, typeof actual === 'number' ? [actual] : actual);
    } else if (OF_ANCHORS.test(name))
      compareAnchors(comparison, name, actual as Float64Array, wanted as unknown[], lossAbs);
    else {
      const within =
        name === 'pairGrad'
          ? slopeTolerance(oracleCase)
          : isGradient
            ? gradAbs
            : OF_SHARES.test(name)
              ? probabilityAbs
              : lossAbs;
      const found = typeof actual === 'number' ? actual : asRows(actual, wanted);
      comparison.numbers(name, found as number, wanted, within);
    }
  }
}
