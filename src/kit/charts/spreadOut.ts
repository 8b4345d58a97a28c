/**
 * Labels one under the other: each at its height, or as near as the others let it, and none below
 * `lowest` where they have room above it.
 */
export function spreadOut(
  heights: readonly number[],
  gap: number,
  lowest = Number.POSITIVE_INFINITY,
): number[] {
  const order = heights.map((_, index) => index).toSorted((a, b) => heights[a]! - heights[b]!);
  const places = [...heights];
  order.forEach((index, rank) => {
    const above = order[rank - 1];
    if (above !== undefined) places[index] = Math.max(places[index]!, places[above]! + gap);
  });
  order.toReversed().forEach((index, rank) => {
    places[index] = Math.min(places[index]!, lowest - rank * gap);
  });
  return places;
}
