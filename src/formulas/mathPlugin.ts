/** Turns `$...$` and `$$...$$` in MDX into rendered formulas. */
import { defineMdastPlugin } from 'satteri';
import { renderTeX } from './render.ts';

/** A raw node, not one of type "html": MDX refuses the latter, and would read braces as expressions. */
const raw = (html: string) => ({ raw: html, mdxExpressions: false });

export const mathPlugin = defineMdastPlugin({
  name: 'math',
  math(node, context) {
    context.replaceNode(
      node,
      raw(`<div class="formula">${renderTeX(node.value, { display: true })}</div>`),
    );
  },
  inlineMath(node, context) {
    context.replaceNode(node, raw(renderTeX(node.value, { display: false })));
  },
});
