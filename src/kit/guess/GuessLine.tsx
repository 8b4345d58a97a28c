import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { GuessHandle, GuessPhase } from './useGuess.ts';
import './guess.css';

interface GuessLineProps {
  readonly guess: GuessHandle;
  readonly ready: ReadonlySignal<boolean>;
  readonly question: string;
  /** How the guess is made in this figure. */
  readonly how: string | ReadonlySignal<string>;
  /** What the figure would show, for paper and for a page without scripts. */
  readonly answer: string;
  /** What else the guess is made with. */
  readonly children?: ComponentChildren;
}

const RUNNING = 'The figure runs; your guess stays beside it.';

/** The same button throughout, so that the focus stays on it. */
const ACTIONS: Readonly<Record<GuessPhase, string>> = {
  offered: 'Guess first',
  open: 'See',
  made: 'Drop the guess',
  judged: 'Guess again',
};

/** Offers a guess before the figure runs, says how to make it, and what came of it. */
export function GuessLine({ guess, ready, question, how, answer, children }: GuessLineProps) {
  const { phase, sentence } = guess;
  const id = useId();
  const told = useComputed(() => {
    if (phase.value === 'open') return typeof how === 'string' ? how : how.value;
    return { offered: question, made: RUNNING, judged: sentence.value }[phase.value];
  });
  const act = () => {
    if (phase.value === 'open') guess.make();
    else if (phase.value === 'made') guess.drop();
    else guess.open();
  };
  return (
    <>
      <div class="guess" data-phase={phase}>
        <p class="guess-told" id={id} role="status">
          {told}
        </p>
        <span class="guess-buttons">
          <button
            type="button"
            aria-describedby={id}
            disabled={useComputed(() => !ready.value)}
            onClick={act}
          >
            {useComputed(() => ACTIONS[phase.value])}
          </button>
          <button
            type="button"
            class="quiet"
            hidden={useComputed(() => phase.value === 'offered' || phase.value === 'made')}
            onClick={guess.drop}
          >
            {useComputed(() => (phase.value === 'judged' ? 'Clear' : 'Never mind'))}
          </button>
        </span>
        {children}
      </div>
      <p class="guess-still">
        <b>{question}</b> {answer}
      </p>
    </>
  );
}
