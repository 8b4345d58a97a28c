/** Bears the colours of paper from `beforeprint` on, while the page has those of the screen. */
let sheet: HTMLElement | undefined;

/** The value of a colour token (`--loss`) in the current theme or, while it is printed, on paper, for canvas. */
export const tokenColour = (token: string): string =>
  getComputedStyle(sheet ?? document.documentElement)
    .getPropertyValue(token)
    .trim();

function laySheet(): void {
  if (sheet) return;
  sheet = document.createElement('div');
  sheet.className = 'sheet';
  sheet.hidden = true;
  document.body.append(sheet);
}

function takeSheetAway(): void {
  sheet?.remove();
  sheet = undefined;
}

/**
 * Calls back when the colours change: by the reader's switch, by the system, or because the page is printed,
 * for which it has to be drawn anew before the callback returns.
 */
export function onThemeChange(callback: () => void): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const root = new MutationObserver(callback);
  root.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  for (const query of ['(prefers-color-scheme: dark)', 'print'])
    matchMedia(query).addEventListener('change', callback, { signal });
  const onPrint = (event: 'beforeprint' | 'afterprint', change: () => void) =>
    addEventListener(
      event,
      () => {
        change();
        callback();
      },
      { signal },
    );
  onPrint('beforeprint', laySheet);
  onPrint('afterprint', takeSheetAway);
  return () => {
    root.disconnect();
    stopped.abort();
  };
}
