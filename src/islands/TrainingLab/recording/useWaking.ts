import { useSignal, useSignalEffect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Lab } from '../run/lab.ts';

/** What tells that a reader turns to a figure. */
const SIGNS = ['pointerover', 'pointerdown', 'focusin'] as const;

/** Wakes the lab when the reader turns to its figure: most pass by it, and need not fetch what that takes. */
export function useWaking(anchor: RefObject<HTMLElement>, lab: Lab): void {
  const isAwake = useSignal(false);
  useEffect(() => {
    const figure = anchor.current!.closest('[data-figure]')!;
    const heard = new AbortController();
    const wake = () => {
      heard.abort();
      isAwake.value = true;
    };
    for (const sign of SIGNS) figure.addEventListener(sign, wake, { signal: heard.signal });
    return () => heard.abort();
  }, []);
  useSignalEffect(() => {
    if (isAwake.value && lab.isRecording.value) lab.wake();
  });
}
