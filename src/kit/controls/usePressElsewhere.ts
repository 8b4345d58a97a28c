import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Calls when the page is pressed anywhere but on an element: what a tap has brought up goes then. */
export function usePressElsewhere(element: RefObject<Element>, act: () => void): void {
  useEffect(() => {
    const hear = ({ target }: PointerEvent) => {
      if (!element.current?.contains(target as Node)) act();
    };
    document.addEventListener('pointerdown', hear);
    return () => document.removeEventListener('pointerdown', hear);
  }, []);
}
