import { useEffect, useRef } from 'preact/hooks';

type Place = (svg: SVGSVGElement, index: number, at: MouseEvent) => void;

/**
 * The way without a drag: a point that is tapped goes to the place of its drawing that is tapped next.
 * Escape, or a press outside the drawing, lets go of it. Gives what is to be called of a tap on a point.
 */
export function useTapToPlace(place: Place): (point: Element, index: number) => void {
  const waiting = useRef<AbortController>();
  useEffect(() => () => waiting.current?.abort(), []);
  return (point, index) => {
    waiting.current?.abort();
    const svg = point.closest('svg')!;
    const listening = new AbortController();
    waiting.current = listening;
    const { signal } = listening;
    const letGo = () => listening.abort();
    point.toggleAttribute('data-tapped', true);
    signal.addEventListener('abort', () => point.removeAttribute('data-tapped'));
    svg.addEventListener(
      'click',
      (event) => {
        // The tap itself is a click, and another point is tapped for itself.
        if ((event.target as Element).closest('.point')) return;
        letGo();
        place(svg, index, event);
      },
      { signal },
    );
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        if (!svg.contains(target as Node)) letGo();
      },
      { signal },
    );
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && letGo(), { signal });
  };
}
