import { type CurvePoint, lastStepOf } from '#kit/charts/curve.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { guessedAt } from '#kit/guess/guessChart.ts';

/** So far off, at the end of the race, a guess may be. */
const TOLERANCE = 0.1;
/** Of ten digits one in ten is right by chance. */
const NEAR_CHANCE = 0.3;
const ALL = 0.995;

/** What was guessed of a lane, and what came. */
interface GuessedLane {
  readonly name: string;
  readonly values: readonly number[];
  readonly curve: readonly CurvePoint[];
}

/** The steps at which a race of some length is guessed at. */
export const guessedSteps = (length: number): readonly number[] =>
  [0, 1 / 8, 1 / 4, 1 / 2, 1].map((share) => Math.round(share * length));

function tellLane({ name, values, curve }: GuessedLane, steps: readonly number[]) {
  const came = curve.at(-1)?.value ?? 0;
  const guessed = guessedAt(steps, values, lastStepOf(curve));
  const text = `${name} came to ${formatNumber(came)} (your guess: ${formatNumber(guessed)})`;
  return { came, text, isRight: Math.abs(came - guessed) <= TOLERANCE };
}

/** What guesses at two lanes' accuracy tell, and one at the second lane's active share. */
export function tellAccuracy(
  steps: readonly number[],
  [one, other]: readonly [GuessedLane, GuessedLane],
  active: { readonly guessed: number; readonly came: number },
): string {
  const [first, second] = [tellLane(one, steps), tellLane(other, steps)];
  const verdict = first.isRight && second.isRight ? 'Right: ' : '';
  const chance =
    first.came < NEAR_CHANCE
      ? ` ${one.name} is near chance, 0.10: look at its map and its spread.`
      : '';
  const share = `${other.name}’s active share was ${formatNumber(active.came)} at the end (your guess: ${formatNumber(active.guessed)})`;
  const why =
    active.came >= ALL
      ? ': it selects only triplets that have a loss, so in good health it stays at 1 and says nothing.'
      : '.';
  return `${verdict}${first.text}, ${second.text}.${chance} ${share}${why}`;
}
