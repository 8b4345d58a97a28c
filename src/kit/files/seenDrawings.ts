import type { Box } from './closeGaps.ts';

/** A drawing that is on the page, and where. */
export interface SeenDrawing extends Box {
  readonly element: Element;
}

/** The drawings of a figure that can be seen there, with their places in the window, back to front. */
export function seenDrawings(figure: HTMLElement): readonly SeenDrawing[] {
  const marked = [...figure.querySelectorAll('[data-drawing]')].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
  const letGo = unstick(figure, marked);
  const seen = marked.map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    // A table that is scrolled sideways is there as a whole.
    return { element, left, top, width: Math.max(width, element.scrollWidth), height };
  });
  letGo();
  return seen.filter(({ width, height }) => width > 0 && height > 0);
}

/** Lays what sticks to the window over other drawings where it belongs, until it is let go. */
function unstick(figure: HTMLElement, drawings: readonly Element[]): () => void {
  const sticking = new Set<HTMLElement>();
  for (const drawing of drawings)
    for (let part = drawing.parentElement; part && part !== figure; part = part.parentElement)
      if (getComputedStyle(part).position === 'sticky') sticking.add(part);
  const before = [...sticking].map((part) => [part, part.getAttribute('style')] as const);
  for (const { style } of sticking) Object.assign(style, { position: 'relative', inset: 'auto' });
  return () => {
    for (const [part, style] of before)
      if (style === null) part.removeAttribute('style');
      else part.setAttribute('style', style);
  };
}
