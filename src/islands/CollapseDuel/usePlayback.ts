import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { createFrameLoop, type FrameLoop } from '#kit/motion/frameLoop.ts';
import { prefersReducedMotion } from '#kit/motion/reducedMotion.ts';
import { TRY_EVENT } from '#kit/figure/tryEvent.ts';
import { isInitial } from '#kit/figure/urlState.ts';
import type { FigureHandle } from '#kit/figure/useFigure.ts';
import { whenSeen } from '#kit/figure/whenSeen.ts';
import { STEPS } from './duel.ts';
import type { DuelDefinition, DuelState } from './definition.ts';

export interface Playback {
  readonly playing: ReadonlySignal<boolean>;
  toggle(): void;
  pause(): void;
}

const STEPS_PER_SECOND = 40;

/**
 * Plays the steps. It starts when the reader first sees the figure, unless they came by a link to
 * another state or asked for less motion.
 */
export function usePlayback(
  { state, anchor }: FigureHandle<DuelState>,
  definition: DuelDefinition,
): Playback {
  const playing = useSignal(false);
  const loop = useRef<FrameLoop>();
  const pause = () => {
    playing.value = false;
    loop.current?.stop();
  };
  const play = () => {
    if (!anchor.current) return;
    if (prefersReducedMotion()) {
      state.value = { ...state.value, step: STEPS };
      return;
    }
    playing.value = true;
    let position = state.value.step >= STEPS ? 0 : state.value.step;
    loop.current = createFrameLoop(anchor.current, (seconds) => {
      position = Math.min(STEPS, position + seconds * STEPS_PER_SECOND);
      state.value = { ...state.value, step: Math.floor(position) };
      if (position === STEPS) pause();
    });
    loop.current.start();
  };

  useEffect(() => {
    const stopWaiting =
      anchor.current && !prefersReducedMotion() && isInitial(definition.settings, state.peek())
        ? whenSeen(anchor.current, play)
        : () => {};
    // A phrase of the text that sets the figure takes over.
    const takeOver = () => {
      stopWaiting();
      pause();
    };
    const figure = anchor.current?.closest('[data-figure]');
    figure?.addEventListener(TRY_EVENT, takeOver);
    return () => {
      figure?.removeEventListener(TRY_EVENT, takeOver);
      stopWaiting();
      pause();
    };
  }, []);
  return { playing, pause, toggle: () => (playing.value ? pause() : play()) };
}
