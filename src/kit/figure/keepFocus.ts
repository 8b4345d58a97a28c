const FOCUSABLE = 'button:enabled, a[href], input:enabled, select:enabled, summary, [tabindex="0"]';

const canHold = (element: Element) =>
  element.isConnected && element.checkVisibility() && !element.matches(':disabled');

/** The element and what it stands in, up to the figure. */
function* around(element: Element, figure: Element): Generator<Element> {
  for (let at = element.parentElement; at && at !== figure; at = at.parentElement) yield at;
  yield figure;
}

/** What a press has made disappear leaves the focus to what stands nearest. Returns how to stop. */
export function keepFocus(figure: HTMLElement): () => void {
  const listening = new AbortController();
  figure.addEventListener(
    'click',
    () => {
      const pressed = document.activeElement;
      if (!pressed || !figure.contains(pressed)) return;
      const places = [...around(pressed, figure)];
      requestAnimationFrame(() => {
        const now = document.activeElement;
        if (canHold(pressed) || (now !== pressed && now !== document.body)) return;
        for (const place of places) {
          const next = [...place.querySelectorAll<HTMLElement>(FOCUSABLE)].find(canHold);
          if (next) return next.focus({ preventScroll: true });
        }
      });
    },
    // Before whoever answers to the press.
    { signal: listening.signal, capture: true },
  );
  return () => listening.abort();
}
