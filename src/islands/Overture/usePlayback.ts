import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { createFrameLoop, type FrameLoop } from '#kit/motion/frameLoop.ts';
import type { FigureHandle } from '#kit/figure/useFigure.ts';
import type { OvertureState } from './definition.ts';

/** From start to end at speed 1, in seconds. */
const DURATION = 16;
/** From the end back to the start, before playing. */
const REWIND_DURATION = 0.9;

export interface Playback {
  readonly playing: Signal<boolean>;
  toggle(): void;
  stop(): void;
}

export const prefersReducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

const ease = (t: number) => t * t * (3 - 2 * t);

/** Plays the recording; from its end, it runs back to the start first. */
export function usePlayback(
  { state, anchor }: FigureHandle<OvertureState>,
  ready: ReadonlySignal<boolean>,
): Playback {
  const playing = useSignal(false);
  const loop = useRef<FrameLoop>();

  const stop = () => {
    playing.value = false;
    loop.current?.stop();
  };
  const show = (at: number) => {
    state.value = { ...state.value, at };
  };
  const play = () => {
    if (!anchor.current || !ready.value) return;
    let rewound = state.value.at < 1 ? 1 : 0;
    playing.value = true;
    loop.current = createFrameLoop(anchor.current, (seconds) => {
      if (rewound < 1) {
        rewound = Math.min(1, rewound + seconds / REWIND_DURATION);
        show(1 - ease(rewound));
        return;
      }
      const { at, speed } = state.value;
      show(Math.min(1, at + (seconds * speed) / DURATION));
      if (state.value.at === 1) stop();
    });
    loop.current.start();
  };

  useEffect(() => stop, []);
  return { playing, stop, toggle: () => (playing.value ? stop() : play()) };
}
