import type { ReadonlySignal } from '@preact/signals';
import { BASELINE, type DistanceAxis, TOP } from './distanceAxis.ts';
import type { GuessedThreshold } from './useThresholdGuess.ts';

interface GuessedLinesProps {
  readonly axis: DistanceAxis;
  /** Missing while there is no guess, or it is not made. */
  readonly guessed: ReadonlySignal<GuessedThreshold | undefined>;
}

/** The threshold that was guessed, and the one that was asked for. */
export function GuessedLines({ axis, guessed }: GuessedLinesProps) {
  const lines = guessed.value;
  if (!lines) return null;
  const { guess, best } = lines;
  return (
    <>
      <Line axis={axis} at={best} before={best <= guess} class="guess-truth" row={44} name="1 %" />
      <Line
        axis={axis}
        at={guess}
        before={best > guess}
        class="guess-own"
        row={64}
        name="your guess"
      />
    </>
  );
}

interface LineProps {
  readonly axis: DistanceAxis;
  readonly at: number;
  readonly class: string;
  readonly name: string;
  /** The name stands before the line, where the other line is behind it. */
  readonly before: boolean;
  /** The height of the name: each has a row of its own. */
  readonly row: number;
}

function Line({ axis, at, class: kind, name, before, row }: LineProps) {
  const x = axis.toX(at);
  return (
    <g class={kind} data-guess-at={at}>
      <line x1={x} x2={x} y1={TOP} y2={BASELINE} />
      <text
        class="mark-label"
        data-side={before ? 'before' : 'behind'}
        x={x + (before ? -6 : 6)}
        y={row}
      >
        {name}
      </text>
    </g>
  );
}
