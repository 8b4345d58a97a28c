import { type CurvePoint, valueAt } from '#kit/charts/curve.ts';
import { formatCount } from '#kit/figure/numberFormat.ts';
import eye from './eye.json' with { type: 'json' };
import { isSmall, sizeText } from './verdict.ts';

/** Where the guess has its dots; the first stands at the size that both runs begin with. */
export const GUESSED_STEPS = [0, 100, 400, 800, 1200, 1500] as const;

/** So many times too large or too small a guess may be at each dot. */
const TOLERANCE = 2;

/** What a guess missed of the way, or the way itself. */
function why(values: readonly number[], smallest: number, end: number): string {
  const right = `its order is right, at step ${formatCount(eye.step)}`;
  if (isSmall(values.at(-1) ?? 0) && !isSmall(end))
    return `It does not end small: once ${right}, its triplets vote to expand.`;
  if (!values.some(isSmall) && isSmall(smallest))
    return 'It all but vanishes first: while its order is wrong, its triplets vote to shrink.';
  return `It shrinks while its order is wrong, and grows once ${right}.`;
}

/**
 * What a guess at the size of the cloud under plain distances tells, by the recorded run, from its
 * first step to its last. Sizes are compared by their quotient: they go over powers of ten.
 */
export function tellSize(values: readonly number[], sizes: readonly CurvePoint[]): string {
  const end = sizes.at(-1);
  if (!end) return '';
  const smallest = sizes.reduce((one, other) => (other.value < one.value ? other : one));
  const misses = GUESSED_STEPS.map((step, k) => {
    const [came, guessed] = [valueAt(sizes, step)!, values[k]!];
    return { step, came, guessed, factor: Math.max(came / guessed, guessed / came) };
  });
  const worst = misses.reduce((one, other) => (other.factor > one.factor ? other : one));
  const verdict =
    worst.factor <= TOLERANCE
      ? 'Right.'
      : `After ${formatCount(worst.step)} steps its size was ${sizeText(worst.came)}, you had ${sizeText(worst.guessed)}.`;
  return `${verdict} ${why(values, smallest.value, end.value)} It went down to ${sizeText(smallest.value)} at step ${formatCount(smallest.step)}, and up to ${sizeText(end.value)} at the end.`;
}
