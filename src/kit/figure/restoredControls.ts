/**
 * A browser that comes back to a page it has let go puts its controls where they stood, while the
 * figures begin anew. Their controls go where the page has them, and agree with what is shown.
 */
export function forgetRestoredControls(figure: Element): void {
  for (const input of figure.querySelectorAll<HTMLInputElement>('input:not([type="file"])')) {
    input.value = input.defaultValue;
    input.checked = input.defaultChecked;
  }
  for (const option of figure.querySelectorAll<HTMLOptionElement>('option'))
    option.selected = option.defaultSelected;
}
