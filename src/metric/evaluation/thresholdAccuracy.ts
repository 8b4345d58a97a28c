/** Pairs with a distance (squared or plain) that are the same or not. */
export interface VerificationPairs {
  readonly distances: ArrayLike<number>;
  readonly same: ArrayLike<boolean>;
}

/** Counts over the given pairs; a pair is accepted when its distance is below the threshold. */
function judge(
  { distances, same }: VerificationPairs,
  pairs: readonly number[],
  threshold: number,
) {
  let positives = 0;
  let trueAccepts = 0;
  let falseAccepts = 0;
  for (const i of pairs) {
    const accepted = distances[i]! < threshold;
    if (same[i]) positives++;
    if (accepted && same[i]) trueAccepts++;
    if (accepted && !same[i]) falseAccepts++;
  }
  const negatives = pairs.length - positives;
  return {
    tar: trueAccepts / positives,
    far: falseAccepts / negatives,
    accuracy: (trueAccepts + negatives - falseAccepts) / pairs.length,
  };
}

const indices = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

function checkPairs({ distances, same }: VerificationPairs): void {
  if (distances.length !== same.length)
    throw new RangeError(`${distances.length} distances need as many truths, not ${same.length}`);
}

/** True and false accept rate at one threshold, accepting strictly below it. */
export function ratesAt(
  pairs: VerificationPairs,
  threshold: number,
): { readonly tar: number; readonly far: number } {
  checkPairs(pairs);
  const { tar, far } = judge(pairs, indices(0, pairs.distances.length), threshold);
  return { tar, far };
}

/**
 * Verification accuracy with the threshold chosen on other pairs (the LFW protocol): the pairs are
 * cut into contiguous folds, and each is judged with the threshold that is most accurate on all the
 * others; of several the first. The first folds take what does not divide evenly. Throws when there
 * are fewer pairs than folds, fewer than two folds, or no threshold.
 */
export function foldAccuracies(
  pairs: VerificationPairs,
  { folds, thresholds }: { readonly folds: number; readonly thresholds: readonly number[] },
): number[] {
  checkPairs(pairs);
  const { length } = pairs.distances;
  if (!(Number.isInteger(folds) && folds >= 2 && folds <= length))
    throw new RangeError(`folds must be a whole number from 2 to ${length} pairs, not ${folds}`);
  if (thresholds.length === 0) throw new RangeError('give at least one threshold to choose from');
  const start = (fold: number) =>
    fold * Math.floor(length / folds) + Math.min(fold, length % folds);
  return Array.from({ length: folds }, (_, fold) => {
    const others = [...indices(0, start(fold)), ...indices(start(fold + 1), length)];
    let best = thresholds[0]!;
    let bestAccuracy = -1;
    for (const threshold of thresholds) {
      const { accuracy } = judge(pairs, others, threshold);
      if (accuracy > bestAccuracy) {
        best = threshold;
        bestAccuracy = accuracy;
      }
    }
    return judge(pairs, indices(start(fold), start(fold + 1)), best).accuracy;
  });
}
