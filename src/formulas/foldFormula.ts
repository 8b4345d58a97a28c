import { parseBody } from './parseBody.ts';

/**
 * A formula that is not to be seen at first, as text within an outline of its height: a browser that
 * reads the page makes no elements of it. `unfoldFormulas` does, once the figure comes alive.
 */
export function foldFormula(html: string): string {
  const outline = parseBody(html);
  for (const spoken of outline.querySelectorAll('.katex-mathml')) spoken.remove();
  // The struts are as high as all that stands beside them.
  for (const base of outline.querySelectorAll('.katex-base'))
    base.replaceChildren(...base.querySelectorAll(':scope > .katex-strut'));
  return `${outline.innerHTML}<script type="text/html" data-folded>${html}</script>`;
}
