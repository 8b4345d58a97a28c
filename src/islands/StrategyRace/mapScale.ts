import { formatNumber } from '#kit/figure/numberFormat.ts';

/** Of a map's side, the longest bar. */
const LONGEST = 0.3;

export interface MapScale {
  /** In the units of the embedding. */
  readonly length: number;
  readonly text: string;
}

/** A round length (1, 2 or 5 times a power of ten) for the bar of a map that reaches so far to each side. */
export function mapScale(half: number): MapScale {
  const longest = LONGEST * 2 * half;
  const power = 10 ** Math.floor(Math.log10(longest));
  const length = power * ([5, 2].find((factor) => factor * power <= longest) ?? 1);
  return { length, text: formatNumber(length, Math.max(0, -Math.floor(Math.log10(length)))) };
}
