import { softplus } from '../margin.ts';
import { logSumExp } from '../softmax/softmax.ts';

export interface CrossEntropy {
  /** Of each row. */
  readonly losses: Float64Array;
  /** The softmax of each row, row after row. */
  readonly shares: Float64Array;
  /** ∂loss of a row/∂its logits: the share less what it should be. */
  readonly slopes: Float64Array;
}

/** What a column should have of a row's softmax. */
function wanted(isOwn: boolean, smoothing: number, columns: number): number {
  if (isOwn) return 1 - smoothing;
  return smoothing === 0 ? 0 : smoothing / (columns - 1);
}

/**
 * The cross-entropy of logits, rows × columns, with each row's own column: minus the logarithm of the
 * share that it has in the softmax. With label smoothing it should have 1 − smoothing only, and the
 * other columns the rest in equal parts. A row of a single column costs 0. No size of logits overflows.
 */
export function crossEntropy(
  logits: Float64Array,
  own: ArrayLike<number>,
  smoothing = 0,
): CrossEntropy {
  const rows = own.length;
  const columns = rows === 0 ? 0 : logits.length / rows;
  const losses = new Float64Array(rows);
  const shares = new Float64Array(logits.length);
  const slopes = new Float64Array(logits.length);
  for (let i = 0; i < rows; i++) {
    const row = logits.subarray(i * columns, (i + 1) * columns);
    const at = own[i]!;
    const all = logSumExp(row);
    // Against the others only: what is left of a small loss does not vanish in the sum of all.
    const others = logSumExp(row, (j) => j !== at);
    losses[i] = (1 - smoothing) * softplus(others - row[at]!);
    for (let j = 0; j < columns; j++) {
      const target = wanted(j === at, smoothing, columns);
      if (j !== at) losses[i]! += target * (all - row[j]!);
      shares[i * columns + j] = Math.exp(row[j]! - all);
      slopes[i * columns + j] = shares[i * columns + j]! - target;
    }
    // The same without the loss of digits of a share close to 1.
    if (smoothing === 0) slopes[i * columns + at] = -Math.exp(others - all);
  }
  return { losses, shares, slopes };
}
