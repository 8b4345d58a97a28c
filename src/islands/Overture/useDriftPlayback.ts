import type { ReadonlySignal } from '@preact/signals';
import { type FigureHandle, useTryEvent } from '#kit/figure/useFigure.ts';
import { useAutoplay } from '#kit/motion/useAutoplay.ts';
import { type Playback, usePlayback } from '#kit/motion/usePlayback.ts';
import { type OvertureState, settings } from './definition.ts';

/** From start to end at speed 1, in seconds. */
const DURATION = 16;
/** From the end back to the start, before playing. */
const REWIND_DURATION = 0.9;

const ease = (t: number) => t * t * (3 - 2 * t);

/** Plays the recording; from its end, it runs back to the start first. */
export function useDriftPlayback(
  { state, anchor }: FigureHandle<OvertureState>,
  ready: ReadonlySignal<boolean>,
): Playback {
  const show = (at: number) => {
    state.value = { ...state.value, at };
  };
  const playback = usePlayback(anchor, () => {
    if (!ready.peek()) return undefined;
    let rewound = state.peek().at < 1 ? 1 : 0;
    return (seconds) => {
      if (rewound < 1) {
        rewound = Math.min(1, rewound + seconds / REWIND_DURATION);
        show(1 - ease(rewound));
        return false;
      }
      const { at, speed } = state.value;
      show(Math.min(1, at + (seconds * speed) / DURATION));
      return state.value.at === 1;
    };
  });
  /** As long as the reader has not moved the scrub bar and has picked no digit. */
  const isUntouched = () => {
    const { at, digit } = state.peek();
    return at === settings.at.initial && digit === settings.digit.initial;
  };
  useAutoplay({ anchor, ready, isUntouched, play: playback.play });
  useTryEvent(anchor, playback.stop);
  return playback;
}
