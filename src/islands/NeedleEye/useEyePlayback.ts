import type { ReadonlySignal } from '@preact/signals';
import { type FigureHandle, useTryEvent } from '#kit/figure/useFigure.ts';
import { type Playback, usePlayback } from '#kit/motion/usePlayback.ts';
import { type EyeState, settings } from './definition.ts';

/** From the first moment to the last, in seconds. */
const DURATION = 14;

/** The step that lies so far along the moments, each as far from the next. */
function stepAt(moments: readonly number[], place: number): number {
  const index = Math.min(moments.length - 2, Math.floor(place));
  const [from, to] = [moments[index]!, moments[index + 1]!];
  return Math.round(from + (place - index) * (to - from));
}

/** How far along the moments a step lies. */
function placeOf(moments: readonly number[], step: number): number {
  const index = Math.max(
    0,
    moments.findLastIndex((moment) => moment <= step),
  );
  const [from, to] = [moments[index]!, moments[index + 1]];
  return to === undefined ? moments.length - 1 : index + (step - from) / (to - from);
}

/**
 * Plays from moment to moment, which lie close where much happens; from the start where the reader is
 * at the end, or at the eye as the page brought it.
 */
export function useEyePlayback(
  { state, anchor }: Pick<FigureHandle<EyeState>, 'state' | 'anchor'>,
  moments: ReadonlySignal<readonly number[]>,
): Playback {
  const playback = usePlayback(anchor, () => {
    const all = moments.peek();
    if (all.length < 2) return undefined;
    const { step } = state.peek();
    const isFromStart = step >= all.at(-1)! || step === settings.step.initial;
    let place = isFromStart ? 0 : placeOf(all, step);
    return (seconds) => {
      const now = moments.peek();
      place = Math.min(now.length - 1, place + (seconds * (now.length - 1)) / DURATION);
      state.value = { ...state.value, step: stepAt(now, place) };
      return place >= now.length - 1;
    };
  });
  useTryEvent(anchor, playback.stop);
  return playback;
}
