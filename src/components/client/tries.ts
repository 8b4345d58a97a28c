/**
 * Phrases of the text that perform an interaction: each becomes a button that sets a figure, and
 * pressed again sets it back. Without scripts they are the words that they are. They and the links
 * to figures leave a way back to the text.
 */
import { TRY_EVENT, type TryRequest } from '#kit/figure/tryEvent.ts';
import { bringIntoView } from './bringIntoView.ts';
import { offerWayBack } from './wayBack.ts';

export function connectTries(): void {
  for (const words of document.querySelectorAll<HTMLElement>('[data-try]')) makeButton(words);
  const phrases = [...document.querySelectorAll<HTMLElement>('[data-to]')];
  const leave = offerWayBack(phrases);
  for (const phrase of phrases) {
    const figure = document.getElementById(phrase.dataset['to'] ?? '');
    if (!figure) continue;
    if (phrase instanceof HTMLAnchorElement)
      leadTo(figure, phrase, () => leave(phrase, phrase.hash));
    else perform(figure, phrase, () => leave(phrase));
  }
}

/** The words stay where they are: a button element would not be broken between two lines. */
function makeButton(words: HTMLElement): void {
  words.className = 'try';
  words.setAttribute('role', 'button');
  words.tabIndex = 0;
  words.ariaPressed = 'false';
  words.dataset['to'] = words.dataset['try'];
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    words.click();
  });
}

/** A link leads no farther than a phrase, and takes the focus along. */
function leadTo(figure: HTMLElement, link: HTMLAnchorElement, onLeave: () => void): void {
  link.addEventListener('click', async (event) => {
    // Into another tab or window it leads as any link does.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    await bringIntoView(figure, link, onLeave);
    figure.tabIndex = -1;
    figure.focus({ preventScroll: true });
  });
}

function perform(figure: HTMLElement, phrase: HTMLElement, onLeave: () => void): void {
  const request: TryRequest = {
    set: phrase.dataset['set'] ?? '',
    report: (isThere) => {
      phrase.ariaPressed = String(isThere);
    },
  };
  phrase.addEventListener('click', async () => {
    await bringIntoView(figure, phrase, onLeave);
    await hydrated(figure);
    figure.dispatchEvent(new CustomEvent(TRY_EVENT, { detail: request }));
  });
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
