import { formatNumber, formatPercent } from '#kit/figure/numberFormat.ts';
import type { RoomQuantities, RoomState } from './room.ts';

const FEW = 0.05;
const SOME = 0.15;

const percent = (share: number) => formatPercent(share, share > 0 && share < 0.1 ? 1 : 0);

/** What the margin means for random triplets: wide, narrow or about as wide as the differences. */
function onMargin({ margin, negatives }: RoomState, { gap, anyZones }: RoomQuantities): string {
  const { semiHard, easy } = anyZones;
  const differences = `nine of ten differences are within ±${formatNumber(gap)}`;
  const inBatch = (share: number) => Math.round(share * negatives).toLocaleString('en');
  const all = negatives.toLocaleString('en');
  if (margin === 0)
    return 'Without a margin there are no semi-hard triplets: half are hard, half easy.';
  if (easy < FEW)
    return `A wide margin: ${differences}, so hardly a triplet is easy (${percent(easy)}), and nearly every negative that is not hard is semi-hard.`;
  if (semiHard < SOME)
    return `A narrow margin: ${differences}, so ${percent(semiHard)} of the triplets are semi-hard. Of ${all} negatives about ${inBatch(semiHard)} are.`;
  return `A margin among the differences: ${differences}. Of ${all} negatives about ${inBatch(semiHard)} are semi-hard for a random pair, and ${inBatch(easy)} are easy.`;
}

/** What distance-weighted sampling draws from the batch. */
function onWeighting(
  { negatives }: RoomState,
  { weighted, weightedZones }: RoomQuantities,
): string {
  const { low, high } = weighted;
  return `Out of ${negatives.toLocaleString('en')} negatives, distance-weighted sampling draws nine of ten from between ${formatNumber(low)} and ${formatNumber(high)}, and ${percent(weightedZones.hard)} of what it draws is hard.`;
}

/** What the shares mean, in two sentences. */
export const verdictOf = (state: RoomState, quantities: RoomQuantities): string =>
  `${onMargin(state, quantities)} ${onWeighting(state, quantities)}`;
