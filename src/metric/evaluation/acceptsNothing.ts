const float = new Float64Array(1);
const bits = new BigInt64Array(float.buffer);

/** The least number above another one, which is neither 0 nor infinitely large. */
function justAbove(value: number): number {
  float[0] = value;
  bits[0]! += value > 0 ? 1n : -1n;
  return float[0]!;
}

/**
 * A threshold that the best score does not reach: 1 above it, or the next number where 1 more makes no
 * difference (1e17 + 1 is 1e17).
 */
export const acceptsNothing = (best: number): number =>
  best + 1 > best || best === Infinity ? best + 1 : justAbove(best);
