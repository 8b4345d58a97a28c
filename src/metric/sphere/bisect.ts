/**
 * Where a rising function reaches what is looked for, between two ends: after so many halvings the
 * middle of what is left. `isBelow` says of a place whether it lies below.
 */
export function bisect(
  [from, to]: readonly [number, number],
  halvings: number,
  isBelow: (place: number) => boolean,
): number {
  let [low, high] = [from, to];
  for (let k = 0; k < halvings; k++) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
