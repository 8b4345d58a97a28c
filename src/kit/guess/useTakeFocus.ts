import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Gives the focus to the first control of a part that has just appeared, and brings the part into view. */
export function useTakeFocus<E extends Element>(): RefObject<E> {
  const part = useRef<E>(null);
  useEffect(() => {
    part.current
      ?.querySelector<HTMLElement | SVGElement>('[tabindex="0"], input')
      ?.focus({ preventScroll: true });
    part.current?.closest('svg, .guess')?.scrollIntoView({ block: 'nearest' });
  }, []);
  return part;
}
