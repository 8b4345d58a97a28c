/**
 * ln Σ e^(similarity / temperature) over the rows of other classes than the anchor's, without overflow
 * at any temperature; -Infinity where there are none.
 */
export function logSumOfNegatives(
  similarities: Float64Array,
  of: Int32Array,
  anchor: number,
  temperature: number,
): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < similarities.length; j++)
    if (of[j] !== of[anchor] && similarities[j]! > most) most = similarities[j]!;
  if (most === Number.NEGATIVE_INFINITY) return most;
  let sum = 0;
  for (let j = 0; j < similarities.length; j++)
    if (of[j] !== of[anchor]) sum += Math.exp((similarities[j]! - most) / temperature);
  return most / temperature + Math.log(sum);
}
