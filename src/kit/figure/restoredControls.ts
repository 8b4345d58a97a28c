/**
 * A browser that comes back to a page it has let go puts its controls where they stood, sometimes long
 * after the figures have begun anew. Those of a figure ask to be left as the page has them: an input
 * by itself, a choice by a form that it belongs to. Returns how to take that away again.
 */
export function leaveControlsUnrestored(figure: HTMLElement): () => void {
  const form = document.createElement('form');
  form.id = `${figure.dataset['figure']}-unrestored`;
  form.hidden = true;
  form.autocomplete = 'off';
  figure.append(form);
  for (const input of figure.querySelectorAll('input')) input.autocomplete = 'off';
  for (const select of figure.querySelectorAll('select')) select.setAttribute('form', form.id);
  return () => form.remove();
}
