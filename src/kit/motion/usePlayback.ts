import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { createFrameLoop, type FrameLoop } from './frameLoop.ts';

/** Takes so many seconds of what is played; true when it has come to its end. */
type Play = (seconds: number) => boolean;

export interface Playback {
  readonly playing: ReadonlySignal<boolean>;
  play(): void;
  stop(): void;
  toggle(): void;
}

/**
 * What moves by itself until it ends or is stopped: a descent, a recording. `begin` is asked each
 * time that it starts, and may decline, such as where the reader wants less motion. It rests while
 * the figure is out of sight.
 */
export function usePlayback(anchor: RefObject<Element>, begin: () => Play | undefined): Playback {
  const playing = useSignal(false);
  const loop = useRef<FrameLoop>();
  const stop = () => {
    playing.value = false;
    loop.current?.stop();
  };
  const play = () => {
    const frame = anchor.current && !playing.peek() && begin();
    if (!anchor.current || !frame) return;
    playing.value = true;
    loop.current = createFrameLoop(anchor.current, (seconds) => {
      if (frame(seconds)) stop();
    });
    loop.current.start();
  };
  useEffect(() => stop, []);
  return { playing, play, stop, toggle: () => (playing.peek() ? stop() : play()) };
}

/** Plays in whole steps, so many a second. */
export function inSteps(stepsPerSecond: number, advance: (steps: number) => boolean): Play {
  let owed = 0;
  return (seconds) => {
    owed += seconds * stepsPerSecond;
    const steps = Math.floor(owed);
    owed -= steps;
    return advance(steps);
  };
}
