import { formatNumber, formatPercent } from '#kit/figure/numberFormat.ts';
import type { SoftmaxQuantities, SoftmaxState } from './definition.ts';
import { type Kind, NEGATIVES, type PullQuantities } from './pull.ts';

/** Below this many effective negatives, one has the push nearly to itself. */
const NEARLY_ONE = 1.05;
/** And from this share of all on, they are nearly alike. */
const NEARLY_ALL = 0.97;

/** What a loss whose temperature is its own does with the nearest negative. */
const OWN_WAY: Readonly<Partial<Record<Kind, string>>> = {
  hardest: 'The nearest negative has all of the weight until the margin holds.',
  soft: 'The nearest negative alone is pushed: a softmax between two, at a temperature of a half.',
};

const isPushed = ({ others }: PullQuantities) =>
  others.some(({ isPositive, slope }) => isPositive && slope > 0);

/** Who gets the push, in a sentence. */
function tellPull(kind: Kind, pull: PullQuantities): string {
  if (kind === 'hardest' && pull.loss === 0)
    return 'The margin holds for the nearest negative, and so for all: no force.';
  const own = OWN_WAY[kind];
  if (own) return own;
  if (kind === 'supcon' && isPushed(pull))
    return 'The nearer positive has more than its half of the softmax, and is pushed away: the loss asks for equal shares.';
  const { effectiveNegatives } = pull;
  if (effectiveNegatives < NEARLY_ONE)
    return 'As good as all of the push is on the nearest negative, as if it had been mined.';
  if (effectiveNegatives > NEARLY_ALL * NEGATIVES.length)
    return 'All negatives are pushed nearly alike, near or far: nothing is mined.';
  const negative = pull.others.find(({ name }) => name === pull.hardest)!;
  const share = negative.share / (1 - pull.positiveShare);
  return `The nearest negative takes ${formatPercent(share, 0)} of the push.`;
}

/** What the figure shows, in a sentence. */
export function verdictOf(
  { view, kind }: SoftmaxState,
  { pull, pairs }: SoftmaxQuantities,
): string {
  if (view === 'anchor') return tellPull(kind, pull);
  if (pairs.twins > 0)
    return `${pairs.twins} of the captions are the same: whatever moves, the loss cannot fall below ${formatNumber(pairs.floor, 3)}.`;
  const right = pairs.cells.filter(({ rowShare }, k) => k % 5 === 0 && rowShare > 0.5).length;
  return `${right} of 4 pictures give more than half of their row to their own caption.`;
}
