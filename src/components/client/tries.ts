/**
 * Phrases of the text that perform an interaction: each becomes a button that sets a figure, and
 * pressed again sets it back. Without scripts they are the words that they are.
 */
import { TRY_EVENT, type TryRequest } from '#kit/figure/tryEvent.ts';

/** A smooth scroll is over by then, also where the browser does not say so. */
const SCROLL_MS = 700;

export function connectTries(): void {
  for (const phrase of document.querySelectorAll<HTMLElement>('[data-try]')) {
    const { try: name = '', set = '' } = phrase.dataset;
    const figure = document.getElementById(name);
    if (!figure) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'try';
    button.ariaPressed = 'false';
    button.append(...phrase.childNodes);
    const request: TryRequest = {
      set,
      report: (isThere) => {
        button.ariaPressed = String(isThere);
      },
    };
    button.addEventListener('click', async () => {
      await bringIntoView(figure);
      await hydrated(figure);
      figure.dispatchEvent(new CustomEvent(TRY_EVENT, { detail: request }));
    });
    phrase.replaceWith(button);
  }
}

/** Scrolls no farther than it takes to see the figure's drawing whole, where it fits. */
async function bringIntoView(figure: HTMLElement): Promise<void> {
  const drawings = [...figure.querySelectorAll('[data-drawing]')];
  const drawing = drawings.find((one) => one.checkVisibility()) ?? figure;
  const { top, bottom } = drawing.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  const scrolled = new Promise<void>((resolve) => {
    document.addEventListener('scrollend', () => resolve(), { once: true });
    setTimeout(resolve, SCROLL_MS);
  });
  drawing.scrollIntoView({ block: 'nearest' });
  await scrolled;
}

/** A figure comes alive when it comes near. */
function hydrated(figure: HTMLElement): Promise<void> {
  if (figure.dataset['ready'] === 'true') return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (figure.dataset['ready'] !== 'true') return;
      observer.disconnect();
      resolve();
    });
    observer.observe(figure, { attributeFilter: ['data-ready'] });
  });
}
