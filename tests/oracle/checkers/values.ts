import type { Comparison } from '../findings.ts';
import type { OracleCase } from '../oracleCase.ts';

interface Values {
  readonly loss: number;
  /** By the name that the case gives them, each as rows. */
  readonly gradients: Readonly<Record<string, readonly (readonly number[])[]>>;
}

/**
 * Compares a loss with the reference's (of a plateau, with its closed form as well) and every gradient
 * that the case has; where there is no one gradient, ours has to be finite.
 */
export function compareValues(
  comparison: Comparison,
  { expected, tolerance }: OracleCase,
  { loss, gradients }: Values,
): void {
  const lossAbs = tolerance?.lossAbs ?? 1e-10;
  comparison.number('loss', loss, expected['loss'], lossAbs);
  for (const [name, rows] of Object.entries(gradients))
    if (expected['gradUnique'] === false || !Array.isArray(expected[name]))
      comparison.finite(name, rows.flat());
    else comparison.numbers(name, rows, expected[name], tolerance?.gradAbs ?? 1e-9);
}
