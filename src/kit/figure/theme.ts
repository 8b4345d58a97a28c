/** From `beforeprint` to `afterprint`, while the page may still have the colours of the screen. */
let isPrinted = false;

/**
 * The value of a colour token (`--loss`) in the current theme, for canvas. On paper it is that of the page's
 * head, which nobody sees: tokens.css has it bear the colours of paper at any time.
 */
export const tokenColour = (token: string): string =>
  getComputedStyle(isPrinted ? document.head : document.documentElement)
    .getPropertyValue(token)
    .trim();

const callbacks = new Set<() => void>();

function tellAll(): void {
  for (const callback of callbacks) callback();
}

function tellOfPrinting({ type }: Event): void {
  isPrinted = type === 'beforeprint';
  tellAll();
}

if (!import.meta.env.SSR) {
  new MutationObserver(tellAll).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  });
  for (const query of ['(prefers-color-scheme: dark)', 'print'])
    matchMedia(query).addEventListener('change', tellAll);
  addEventListener('beforeprint', tellOfPrinting);
  addEventListener('afterprint', tellOfPrinting);
}

/**
 * Calls back when the colours change: by the reader's switch, by the system, or because the page is printed,
 * for which all has to be drawn anew before the callback returns. Returns how to stop.
 */
export function onThemeChange(callback: () => void): () => void {
  callbacks.add(callback);
  return () => callbacks.delete(callback);
}
