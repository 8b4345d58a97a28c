import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import type { FigureHandle } from '../figure/useFigure.ts';
import { useTryEvent } from '../figure/useFigure.ts';

/** Offered, being made, made while the figure runs, or judged by what the figure did. */
export type GuessPhase = 'offered' | 'open' | 'made' | 'judged';

interface GuessOptions {
  /** Brings the figure to where the question is about. */
  begin(): void;
  /** Lets the figure run; what it does is the answer. */
  see(): void;
}

export interface GuessHandle {
  readonly phase: ReadonlySignal<GuessPhase>;
  /** What the difference between guess and answer means, once it is judged. */
  readonly sentence: ReadonlySignal<string>;
  open(): void;
  make(): void;
  judge(sentence: string): void;
  /** The reader sets the figure while it runs for a guess: it no longer answers that. */
  disturb(): void;
  drop(): void;
}

/**
 * A guess at what a figure will do, made within it. The figure's root bears the phase in
 * `data-guess`, so that a style sheet can hide what would tell the answer.
 */
export function useGuess<S extends object, Q>(
  { anchor }: FigureHandle<S, Q>,
  { begin, see }: GuessOptions,
): GuessHandle {
  const phase = useSignal<GuessPhase>('offered');
  const sentence = useSignal('');
  const drop = () => {
    phase.value = 'offered';
    sentence.value = '';
  };
  useTryEvent(anchor, drop);
  useSignalEffect(() => {
    const root = anchor.current?.closest<HTMLElement>('[data-figure]');
    if (!root) return;
    if (phase.value === 'offered') delete root.dataset['guess'];
    else root.dataset['guess'] = phase.value;
  });
  return {
    phase,
    sentence,
    open() {
      sentence.value = '';
      begin();
      phase.value = 'open';
    },
    make() {
      phase.value = 'made';
      see();
    },
    judge(words) {
      sentence.value = words;
      phase.value = 'judged';
    },
    disturb() {
      if (phase.peek() === 'made') drop();
    },
    drop,
  };
}
