/** Baselines of a word above and below the point that it names, in the chart's pixels. */
const ABOVE = -10;
const BELOW = 22;
/** What the word takes above its baseline, and below it. */
const ASCENT = 16;
const DESCENT = 5;

const crossings = (baseline: number, heights: readonly number[]) =>
  heights.filter((y) => y > baseline - ASCENT && y < baseline + DESCENT).length;

interface Neighbourhood {
  /** The heights of all curves along the word. */
  readonly heights: readonly number[];
  /** Which side it takes where both are as clear. */
  readonly preferBelow: boolean;
  /** The lowest line of the chart that words may stand on. */
  readonly bottom: number;
}

/** The baseline of a word beside the point at a height: on the side where fewer curves cross it. */
export function labelBaseline(at: number, { heights, preferBelow, bottom }: Neighbourhood): number {
  const above = at + ABOVE;
  const below = at + BELOW;
  if (below > bottom - DESCENT) return above;
  const difference = crossings(above, heights) - crossings(below, heights);
  return difference > 0 || (difference === 0 && preferBelow) ? below : above;
}
