import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { savesData } from '#kit/motion/savesData.ts';
import { whenIdleNear } from '#kit/motion/whenIdleNear.ts';
import type { Lab } from './lab.ts';

/** What tells that a reader is about to press Run. */
const SIGNS = ['pointerover', 'focusin'] as const;

/**
 * Has what a run takes got ready before it is asked for: once the figure is near the window and the
 * page has nothing else to do, unless the reader saves data; and in any case on the way to its buttons.
 */
export function usePreparing(anchor: RefObject<HTMLElement>, lab: Lab): void {
  useEffect(() => {
    const figure = anchor.current!;
    const buttons = figure.querySelector('.lab-run')!;
    const heard = new AbortController();
    const prepare = () => {
      lab.prepare();
      // Whoever cannot have it now is told once there is something to draw.
      import('../map/Scatter.tsx').catch(() => undefined);
    };
    const stopWaiting = savesData() ? () => {} : whenIdleNear(figure, prepare);
    for (const sign of SIGNS) buttons.addEventListener(sign, prepare, { signal: heard.signal });
    return () => {
      stopWaiting();
      heard.abort();
    };
  }, []);
}
