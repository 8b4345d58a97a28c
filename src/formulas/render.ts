/**
 * TeX to HTML at build time, with slots and terms that a figure can find and patch on the client
 * without KaTeX (which therefore never reaches the reader).
 *
 * `\slot{name}{0.50}` marks a live number: both the visible tree and the MathML copy get an
 * element with `data-slot="name"`. `\term{name}{...}` marks a part of the visible tree with
 * `data-term="name"`, to be highlighted together with its geometry.
 */
import katex from 'katex';
import { joinGroups } from './joinGroups.ts';
import { parseBody } from './parseBody.ts';
import { thinFormulas } from './thin.ts';

const SENTINEL = /<mtext>SLOT\(([\w-]+)\)\(([^)]*)\)<\/mtext>/g;

/**
 * KaTeX builds two trees, and `\htmlData` reaches only the visible one. `\html@mathml` (KaTeX's
 * own, undocumented: render.test.ts holds it to this) gives each tree different content; the
 * MathML branch carries a sentinel that becomes `<mn data-slot>` after rendering.
 */
const macros = {
  '\\slot': '{\\html@mathml{\\htmlData{slot=#1}{#2}}{\\text{SLOT(#1)(#2)}}}',
  '\\term': '\\htmlData{term=#1}{#2}',
  '\\a': '{\\htmlClass{anchor}{\\boldsymbol{a}}}',
  '\\p': '{\\htmlClass{positive}{\\boldsymbol{p}}}',
  '\\n': '{\\htmlClass{negative}{\\boldsymbol{n}}}',
  '\\margin': '{\\htmlClass{margin}{m}}',
};

export interface RenderOptions {
  readonly display: boolean;
}

/** Renders TeX to KaTeX HTML plus MathML. Throws KaTeX's ParseError on bad TeX: the build stops there. */
export function renderTeX(tex: string, { display }: RenderOptions): string {
  const html = katex
    .renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      macros: { ...macros },
      trust: ({ command }) => command === '\\htmlData' || command === '\\htmlClass',
      strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    })
    // A translator leaves symbols and numbers alone.
    .replace('<span class="katex"', '$& translate="no"')
    // The annotation repeats the TeX source, whose numbers would go stale.
    .replace(/<annotation[^>]*>[\s\S]*?<\/annotation>/, '')
    .replace(SENTINEL, '<mn data-slot="$1">$2</mn>');
  const body = parseBody(html);
  thinFormulas(body);
  for (const tree of body.querySelectorAll('.katex-html')) joinGroups(tree);
  if (tex.includes('\\term') || tex.includes('\\slot')) exposeTerms(body);
  return body.innerHTML;
}

/**
 * KaTeX hides its visible tree from assistive technology as a whole. A live formula holds things
 * that take the focus, which must not sit inside a hidden tree: hide its leaves instead.
 */
function exposeTerms(root: Element): void {
  for (const tree of root.querySelectorAll('.katex-html')) {
    tree.removeAttribute('aria-hidden');
    for (const element of tree.querySelectorAll('*')) {
      const isLeaf = element.children.length === 0 && element.textContent !== '';
      const isLive = element.hasAttribute('data-slot') || element.hasAttribute('data-term');
      if (isLeaf && !isLive) element.setAttribute('aria-hidden', 'true');
    }
  }
}
