/**
 * A browser that comes back to a page it has let go puts its controls where they stood, sometimes long
 * after the figures have begun anew. Those of a figure ask to be left as the page has them; lists to
 * choose from come with the figure's script (see OnceReady), and are not among those that it knows.
 */
export function leaveControlsUnrestored(figure: HTMLElement): void {
  for (const input of figure.querySelectorAll('input')) input.autocomplete = 'off';
}
