import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { TRY_EVENT } from './tryEvent.ts';

/** Calls back when a phrase of the text sets the figure: what moves by itself may give way. */
export function useTryEvent(anchor: RefObject<Element>, onTry: () => void): void {
  useEffect(() => {
    const figure = anchor.current?.closest('[data-figure]');
    figure?.addEventListener(TRY_EVENT, onTry);
    return () => figure?.removeEventListener(TRY_EVENT, onTry);
  }, []);
}
