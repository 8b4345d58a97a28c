import type { VerificationSummary } from '#metric/evaluation/verificationSummary.ts';
import {
  formatDistance,
  kindsOf,
  MADE_HERE,
  type Source,
  type ThresholdQuantities,
} from './definition.ts';

/** So far apart are points that are strewn over a sphere in many dimensions, at the median. */
const STREWN = Math.SQRT2;
/** Of that, a share below which a network has brought everything to one place. */
const COLLAPSED = 0.1;

/** What half of the impostor pairs do not exceed, up to a bin. */
export function medianApart({ impostor, end }: VerificationSummary): number {
  const half = impostor.reduce((sum, count) => sum + count, 0) / 2;
  let seen = 0;
  const bin = impostor.findIndex((count) => {
    seen += count;
    return seen >= half;
  });
  return ((bin + 1) * end) / impostor.length;
}

const CALIBRATED_ON = {
  faces: 'the pairs of 60 other people',
  digits: 'pairs of digits 0 to 7, which it was trained on',
} as const;

/** What there is to say of a network that was trained here; of others nothing. */
export function outcomeOf(source: Source, quantities: ThresholdQuantities | undefined): string {
  if (!quantities || !MADE_HERE.includes(source)) return '';
  const { test } = quantities;
  const apart = medianApart(test);
  const { two } = kindsOf(source);
  if (apart < COLLAPSED * STREWN)
    return `Collapsed: pictures of ${two} are ${formatDistance(apart, test.end)} apart at the median, where points strewn over the sphere are ${STREWN.toFixed(2)} apart. Everything has moved to almost the same place; the axis ends at ${test.end} to show what order is left there.`;
  return `The network that was trained here. The threshold was chosen anew, on ${CALIBRATED_ON[source === 'digits' ? 'digits' : 'faces']}.`;
}
