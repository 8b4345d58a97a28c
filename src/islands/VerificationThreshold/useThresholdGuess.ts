import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { FigureHandle } from '#kit/figure/useFigure.ts';
import { useGuess } from '#kit/guess/useGuess.ts';
import type { ThresholdQuantities, ThresholdState } from './definition.ts';
import { bestThreshold, tellThreshold } from './thresholdGuess.ts';

/** Both thresholds, once the guess is judged. */
export interface GuessedThreshold {
  readonly guess: number;
  readonly best: number;
}

const handleOf = (plane: Element | null) =>
  plane?.querySelector<SVGElement>('[data-point="threshold"]');

/** A guess at the threshold for at most 1 % false accepts, with the rates out of sight. */
export function useThresholdGuess(
  figure: FigureHandle<ThresholdState, ThresholdQuantities | undefined>,
) {
  const { state, quantities } = figure;
  const judged = useSignal<GuessedThreshold | undefined>(undefined);
  const guess = useGuess(figure, {
    begin() {
      const end = quantities.value?.test.end;
      if (end !== undefined) state.value = { ...state.value, threshold: end / 2 };
      handleOf(figure.anchor.current)?.focus({ preventScroll: true });
    },
    see() {
      const rates = quantities.value;
      if (!rates) return;
      const { threshold } = state.value;
      judged.value = { guess: threshold, best: bestThreshold(rates.test) };
      guess.judge(tellThreshold(rates.test, threshold));
    },
  });
  const source = useComputed(() => state.value.source);
  // A distance means something else to another source.
  useSignalEffect(() => {
    if (source.value) guess.drop();
  });
  return {
    ...guess,
    lines: useComputed(() => (guess.phase.value === 'judged' ? judged.value : undefined)),
  };
}
