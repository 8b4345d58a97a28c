import { type CurvePoint, valueAt } from '#kit/charts/curve.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { guessedAt } from '#kit/guess/guessChart.ts';

/** Steps that are guessed at, and where the guess has its dots. */
export const GUESSED_STEPS = [0, 25, 50, 100, 150] as const;
export const LENGTH = 150;

/** So far off, as a share of the size at the beginning, a guess may be at each dot. */
const TOLERANCE = 0.1;

/** How the cloud shrank, in the terms of the distance, by the numbers of this run. */
function pace(curve: readonly CurvePoint[], squared: boolean): string {
  const [start, end] = [curve[0]!, curve.at(-1)!];
  const steps = end.step - start.step;
  if (steps === 0) return 'Nothing moved: no hard triplet was left.';
  if (!squared)
    return `With plain distances the force does not fade: each step takes about ${formatNumber((start.value - end.value) / steps, 4)}, until nothing is left.`;
  const share = 1 - (end.value / start.value) ** (1 / steps);
  return `With squared distances the forces shrink with the cloud: each step takes about ${formatNumber(100 * share, 1)} % of what is left.`;
}

/**
 * What a guess at the cloud's size under hard triplets tells, given what the run made of it, from
 * its first step to its last.
 */
export function tellSize(
  values: readonly number[],
  curve: readonly CurvePoint[],
  squared: boolean,
): string {
  const first = curve[0];
  if (!first) return '';
  const misses = GUESSED_STEPS.map((step) => {
    const came = valueAt(curve, first.step + step)!;
    return { step, came, guessed: guessedAt(GUESSED_STEPS, values, step) };
  });
  const off = ({ came, guessed }: (typeof misses)[number]) => Math.abs(came - guessed);
  const worst = misses.toSorted((a, b) => off(b) - off(a))[0]!;
  const why = pace(curve, squared);
  if (off(worst) <= TOLERANCE * first.value) return `Right. ${why}`;
  const verdict = worst.guessed >= first.value ? 'A hard triplet never votes to expand. ' : '';
  return `After ${worst.step} steps it was ${formatNumber(worst.came)}, you had ${formatNumber(worst.guessed)}. ${verdict}${why}`;
}
