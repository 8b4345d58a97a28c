import type { ReadonlySignal } from '@preact/signals';
import { useSignalEffect } from '@preact/signals';
import type { FigureHandle } from '#kit/figure/useFigure.ts';
import { type OvertureState, settings } from './definition.ts';
import { type Playback, prefersReducedMotion } from './usePlayback.ts';

/** So much of the plane must be in view before it plays. */
const SHARE_SEEN = 0.5;

interface AutoplayOptions {
  readonly figure: FigureHandle<OvertureState>;
  readonly ready: ReadonlySignal<boolean>;
  readonly playback: Playback;
}

/**
 * Plays once, when the figure is first seen: unless the reader wants no motion, has come by a link
 * to a moment, or was quicker and has moved the scrub bar or picked a digit.
 */
export function useAutoplay({ figure, ready, playback }: AutoplayOptions): void {
  useSignalEffect(() => {
    const element = figure.anchor.current;
    if (!ready.value || !element || prefersReducedMotion()) return;
    const isUntouched = () => {
      const { at, digit } = figure.state.peek();
      return at === settings.at.initial && digit === settings.digit.initial;
    };
    const view = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        view.disconnect();
        if (isUntouched() && !playback.playing.peek()) playback.toggle();
      },
      { threshold: SHARE_SEEN },
    );
    view.observe(element);
    return () => view.disconnect();
  });
}
