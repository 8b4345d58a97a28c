import { renderTeX } from '#formulas/render.ts';

/** What a formula is without the article's own macros: for programs that typeset it themselves. */
const MACROS: Readonly<Record<string, string>> = {
  '\\margin': 'm',
  '\\a': 'a',
  '\\p': 'p',
  '\\n': 'n',
};

const plainTeX = (tex: string) =>
  tex.replaceAll(/\\(?:margin|[apn])\b/g, (macro) => MACROS[macro] ?? macro);

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const formula = (tex: string) =>
  `<span data-tex="${escaped(plainTeX(tex))}">${renderTeX(tex, { display: false })}</span>`;

/** A line of text as HTML: `$…$` is a formula, `_…_` is emphasis. Throws on a formula without end. */
export function inlineText(text: string): string {
  const parts = text.split('$');
  if (parts.length % 2 === 0) throw new Error(`A formula has no end: “${text}”.`);
  return parts
    .map((part, k) =>
      k % 2 === 1 ? formula(part) : escaped(part).replaceAll(/_([^_]+)_/g, '<em>$1</em>'),
    )
    .join('');
}
