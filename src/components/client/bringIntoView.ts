import { prefersReducedMotion } from '#kit/motion/reducedMotion.ts';
import { isWithin, leastScroll, type Span } from './leastScroll.ts';

/** A smooth scroll is over by then, also where the browser does not say so. */
const LONGEST_SCROLL_MS = 1500;

/**
 * Scrolls no farther than it takes to see what a phrase changes, the figure's plane and its formula,
 * and keeps the phrase in the window where both have room. Where the plane is seen already nothing
 * scrolls. Calls back before the phrase leaves the window.
 */
export async function bringIntoView(
  figure: HTMLElement,
  phrase: HTMLElement,
  onLeave: () => void,
): Promise<void> {
  const by = neededScroll(figure, phrase);
  if (Math.abs(by) < 1) return;
  const { top, bottom } = phrase.getBoundingClientRect();
  if (!isWithin({ top: by, bottom: by + innerHeight }, { top, bottom })) onLeave();
  await scrollPageBy(by);
}

function neededScroll(figure: HTMLElement, phrase: HTMLElement): number {
  const plane = figure.querySelector<HTMLElement>('.figure-plane') ?? figure;
  showInFrame(plane, figure.closest('.figure-frame'));
  const seen = plane.getBoundingClientRect();
  if (isWithin({ top: -1, bottom: innerHeight + 1 }, seen)) return 0;
  const edge = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const view = { top: edge, bottom: innerHeight - edge };
  const words = phrase.getBoundingClientRect();
  const resting = restingSpan(plane);
  const formula =
    figure.querySelector('.formula-variants, .formula-lines, .formula')?.getBoundingClientRect() ??
    resting;
  return (
    leastScroll(view, resting, formula, words) ??
    leastScroll(view, seen, words) ??
    leastScroll(view, resting, formula) ??
    leastScroll(view, resting) ??
    resting.top - view.top
  );
}

/** Beside its text a figure that is higher than the window scrolls in a frame of its own. */
function showInFrame(plane: HTMLElement, frame: Element | null): void {
  if (frame && !isWithin(frame.getBoundingClientRect(), plane.getBoundingClientRect()))
    frame.scrollTop = 0;
}

/** Where a plane that stays at the top of the window would stand by itself, its formula below it. */
function restingSpan(plane: HTMLElement): Span {
  plane.style.position = 'relative';
  const span = plane.getBoundingClientRect();
  plane.style.position = '';
  return span;
}

async function scrollPageBy(top: number): Promise<void> {
  if (prefersReducedMotion()) {
    scrollBy({ top, behavior: 'instant' });
    return;
  }
  const scrolled = new Promise<void>((resolve) => {
    document.addEventListener('scrollend', () => resolve(), { once: true });
    setTimeout(resolve, LONGEST_SCROLL_MS);
  });
  scrollBy({ top, behavior: 'smooth' });
  await scrolled;
}
