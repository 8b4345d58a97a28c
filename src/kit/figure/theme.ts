/** The value of a colour token (`--loss`) in the current theme, for canvas. */
export const tokenColour = (token: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(token).trim();

/** Calls back when the theme changes, by the reader's switch or by the system. */
export function onThemeChange(callback: () => void): () => void {
  const root = new MutationObserver(callback);
  root.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', callback);
  return () => {
    root.disconnect();
    system.removeEventListener('change', callback);
  };
}
