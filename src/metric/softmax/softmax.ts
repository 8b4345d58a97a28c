/**
 * ln Σ exp(values[i]) over those that are let through (all, unless it is said), without overflow at
 * any size; -Infinity where there are none.
 */
export function logSumExp(
  values: ArrayLike<number>,
  lets: (index: number) => boolean = () => true,
): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if (lets(i) && values[i]! > most) most = values[i]!;
  if (!Number.isFinite(most)) return most;
  let sum = 0;
  for (let i = 0; i < values.length; i++) if (lets(i)) sum += Math.exp(values[i]! - most);
  return most + Math.log(sum);
}

/** Shares of a softmax over values divided by the temperature: at least 0, together 1. */
export function softmax(values: ArrayLike<number>, temperature = 1): Float64Array {
  const logits = Float64Array.from(values, (value) => value / temperature);
  const all = logSumExp(logits);
  return logits.map((logit) => Math.exp(logit - all));
}

/** How many equal shares would be as spread as these: 1/Σp², from 1 to their number. */
export function effectiveNumber(shares: ArrayLike<number>): number {
  let squares = 0;
  for (let i = 0; i < shares.length; i++) squares += shares[i]! ** 2;
  return 1 / squares;
}
