/**
 * The way back to the text from where a phrase or a link to a figure has led: an entry of the
 * history, so that the browser's Back returns, and a button at hand that does the same.
 */

/** What is noted on an entry of the history, by the numbers of the phrases in the text. */
interface Note {
  /** The phrase that led away from here. */
  readonly left?: number;
  /** The phrase that led here, until it is in view again. */
  readonly cameFrom?: number;
}

const note = (): Note => (history.state as Note | null) ?? {};

/** Returns what notes that a phrase leads away, just before the page scrolls. */
export function offerWayBack(phrases: readonly HTMLElement[]) {
  const button = document.querySelector<HTMLButtonElement>('[data-way-back]');
  let watch: IntersectionObserver | undefined;

  const show = () => {
    watch?.disconnect();
    if (button) button.hidden = true;
    const phrase = phrases[note().cameFrom ?? -1];
    if (!phrase || !button) return;
    watch = new IntersectionObserver(
      (entries) => {
        if (!entries.at(-1)?.isIntersecting) button.hidden = false;
        else if (!button.hidden) {
          history.replaceState(null, '');
          show();
        }
      },
      // Nearly: edges between two pixels of the screen keep a phrase from being all there.
      { threshold: 0.9 },
    );
    watch.observe(phrase);
  };

  button?.addEventListener('click', () => history.back());
  // The browser itself returns to where the page stood.
  addEventListener('popstate', () => {
    phrases[note().left ?? -1]?.focus({ preventScroll: true });
    show();
  });
  show();

  return (phrase: HTMLElement, address = location.href) => {
    const place = phrases.indexOf(phrase);
    history.replaceState({ left: place } satisfies Note, '');
    history.pushState({ cameFrom: place } satisfies Note, '', address);
    show();
  };
}
