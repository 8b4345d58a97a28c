/**
 * A browser that comes back to a page it has let go puts its controls where they stood, sometimes long
 * after the figures have begun anew. Those of an island are as they were drawn when it begins, for it
 * takes them as they are, and ask to be left so; lists to choose from come with the figure's script
 * (see OnceReady), and are not among those that a browser knows.
 */
export function unrestoreControls(island: HTMLElement): void {
  for (const input of island.querySelectorAll('input')) {
    input.value = input.defaultValue;
    input.checked = input.defaultChecked;
    input.autocomplete = 'off';
  }
}
