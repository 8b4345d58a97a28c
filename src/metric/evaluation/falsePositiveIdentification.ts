/**
 * False-positive identification probability: the chance that someone who is not enrolled matches at
 * least one of `enrolled` others, 1 - (1 - FMR)^N, if the comparisons were independent. Computed so
 * that a tiny rate is not rounded away. Throws on a rate outside [0, 1] or a count below 0.
 */
export function falsePositiveIdentification(falseMatchRate: number, enrolled: number): number {
  if (!(falseMatchRate >= 0 && falseMatchRate <= 1))
    throw new RangeError(`a false match rate is from 0 to 1, not ${falseMatchRate}`);
  if (!(Number.isInteger(enrolled) && enrolled >= 0))
    throw new RangeError(`a gallery has a whole number of people, not ${enrolled}`);
  if (enrolled === 0) return 0;
  return -Math.expm1(enrolled * Math.log1p(-falseMatchRate));
}
