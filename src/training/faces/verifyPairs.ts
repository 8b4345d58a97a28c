import { picturePairs } from '#metric/evaluation/picturePairs.ts';
import {
  summariseVerification,
  type VerificationSummary,
} from '#metric/evaluation/verificationSummary.ts';
import type { Embedded } from './faceSources.ts';

/** Those by whom a threshold is chosen, and those who judge it. */
export type Part = 'calibration' | 'test';

export type Verified = Readonly<Record<Part, VerificationSummary>>;

interface Labelled extends Embedded {
  /** Who is on each picture. */
  readonly identities: ArrayLike<number>;
}

/** Of the bootstrap: enough for an interval, and a matter of a second. */
const REPLICATES = 200;
const ROUND = [1, 1.5, 2, 3, 4, 6, 8, 10] as const;

/** How many pairs there are of so many pictures. */
export const pairsOf = (pictures: number): number => (pictures * (pictures - 1)) / 2;

export const summarise = (part: Labelled, end: number): VerificationSummary =>
  summariseVerification(part, part.identities, { end, replicates: REPLICATES });

const farthestOf = (part: Labelled): number =>
  picturePairs(part, part.identities).distances.reduce((most, d) => Math.max(most, d), 0);

/** The next round number. */
function roundUp(distance: number): number {
  if (distance === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(distance));
  const factor = ROUND.find((candidate) => candidate * power >= distance) ?? 10;
  return Number((factor * power).toPrecision(2));
}

/**
 * How well embeddings tell people apart. Both parts are counted in the same bins, so that a threshold of
 * the one is one of the other, up to `end`; by default as far as distances are met: a network that has
 * shrunk everything would else have all its pairs in one bin, where no threshold parts them.
 */
export function verifyPairs(
  { calibration, test }: Readonly<Record<Part, Labelled>>,
  end = roundUp(Math.max(farthestOf(calibration), farthestOf(test))),
): Verified {
  return { calibration: summarise(calibration, end), test: summarise(test, end) };
}
