/** Where a negative lies, seen from its anchor: beyond the margin, inside it, or nearer than the positive. */
export type Zone = 'easy' | 'semi-hard' | 'hard';

/** Shares of triplets by zone; of all of them they sum to 1. */
export interface ZoneShares {
  readonly easy: number;
  readonly semiHard: number;
  readonly hard: number;
}

/**
 * Which zone a tie d_an = d_ap + margin belongs to. Ours is easy, since its loss is zero;
 * pytorch-metric-learning counts it as semi-hard.
 */
export type MarginTie = 'easy' | 'semi-hard';

/**
 * The zone of a triplet: easy d_an - d_ap >= margin, hard d_an <= d_ap, semi-hard in between, so
 * that nothing falls between the zones. All three arguments in the same units, squared or plain.
 */
export function zoneOf(
  dAP: number,
  dAN: number,
  margin: number,
  marginTie: MarginTie = 'easy',
): Zone {
  const gap = dAN - dAP;
  if (gap > margin || (gap === margin && marginTie === 'easy')) return 'easy';
  return gap <= 0 ? 'hard' : 'semi-hard';
}
