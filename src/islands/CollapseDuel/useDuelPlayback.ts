import { isInitial } from '#kit/figure/urlState.ts';
import { type FigureHandle, useTryEvent } from '#kit/figure/useFigure.ts';
import { prefersReducedMotion } from '#kit/motion/reducedMotion.ts';
import { useAutoplay } from '#kit/motion/useAutoplay.ts';
import { inSteps, type Playback, usePlayback } from '#kit/motion/usePlayback.ts';
import { type DuelState, definition } from './definition.ts';
import { STEPS } from './duel.ts';

const STEPS_PER_SECOND = 40;

/** Plays the steps, from the start when the end is shown; with reduced motion it shows the end. */
export function useDuelPlayback({ state, anchor, ready }: FigureHandle<DuelState>): Playback {
  const show = (step: number) => {
    state.value = { ...state.value, step };
  };
  const playback = usePlayback(anchor, () => {
    if (prefersReducedMotion()) {
      show(STEPS);
      return undefined;
    }
    if (state.value.step >= STEPS) show(0);
    return inSteps(STEPS_PER_SECOND, (steps) => {
      show(Math.min(STEPS, state.value.step + steps));
      return state.value.step === STEPS;
    });
  });
  useAutoplay({
    anchor,
    ready,
    isUntouched: () => isInitial(definition.settings, state.peek()),
    play: playback.play,
  });
  useTryEvent(anchor, playback.stop);
  return playback;
}
