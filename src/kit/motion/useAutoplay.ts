import { type ReadonlySignal, useSignalEffect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { useTryEvent } from '../figure/useFigure.ts';
import { prefersReducedMotion } from './reducedMotion.ts';
import { whenSeen } from './whenSeen.ts';

interface AutoplayOptions {
  readonly anchor: RefObject<Element>;
  readonly ready: ReadonlySignal<boolean>;
  /** Whether the figure is still as the page brought it. */
  isUntouched(): boolean;
  play(): void;
}

/**
 * Plays once, when the figure is first seen: unless the reader wants less motion, has come by a link
 * to another state, or was quicker and has set it.
 */
export function useAutoplay({ anchor, ready, isUntouched, play }: AutoplayOptions): void {
  const stopWaiting = useRef(() => {});
  useTryEvent(anchor, () => stopWaiting.current());
  useSignalEffect(() => {
    if (!ready.value || !anchor.current || prefersReducedMotion()) return;
    stopWaiting.current = whenSeen(anchor.current, () => {
      if (isUntouched()) play();
    });
    return () => stopWaiting.current();
  });
}
