import { parseHTML } from 'linkedom';

/**
 * A formula that is not to be seen at first, as text within an outline of its height: a browser that
 * reads the page makes no elements of it. `unfoldFormulas` does, once the figure comes alive.
 */
export function foldFormula(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  for (const spoken of document.querySelectorAll('.katex-mathml')) spoken.remove();
  // The struts are as high as all that stands beside them.
  for (const base of document.querySelectorAll('.katex-base'))
    base.replaceChildren(...base.querySelectorAll(':scope > .katex-strut'));
  return `${document.body.innerHTML}<script type="text/html" data-folded>${html}</script>`;
}
