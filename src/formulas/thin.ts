/**
 * KaTeX's markup with the elements taken out that show nothing. A page of formulas is mostly KaTeX:
 * what is not there has not to be parsed, styled and painted.
 */

/** Takes the place of an element by what is in it. */
const unwrap = (element: Element): void => element.replaceWith(...element.childNodes);

/** Thins both trees of every formula within the element. In HTML their namespaces go without saying. */
export function thinFormulas(root: ParentNode): void {
  for (const named of root.querySelectorAll('math, svg')) named.removeAttribute('xmlns');
  for (const tree of root.querySelectorAll('math')) thinSpoken(tree);
  for (const tree of root.querySelectorAll('.katex-html')) thinVisible(tree);
}

/** The content of `math` is a row by itself, and has no annotation that would need `semantics`. */
function thinSpoken(math: Element): void {
  for (const group of math.querySelectorAll('semantics')) unwrap(group);
  for (const row of [...math.querySelectorAll('mrow')].reverse()) {
    const isAlone =
      row.children.length === 1 || (row.parentElement === math && math.children.length === 1);
    if (isAlone && row.attributes.length === 0) unwrap(row);
  }
}

function thinVisible(tree: Element): void {
  for (const stack of tree.querySelectorAll('.vlist-t2')) dropDepth(stack);
  for (const group of [...tree.querySelectorAll('.mord')].reverse())
    if (isPlain(group) && holdsOneElement(group)) unwrap(group);
  for (const space of tree.querySelectorAll('.mspace')) joinSpace(space);
}

const isPlain = (group: Element): boolean =>
  group.className === 'mord' && group.attributes.length === 1;

const holdsOneElement = (element: Element): boolean =>
  element.childNodes.length === 1 && element.children.length === 1;

/**
 * KaTeX gives a stack (a subscript, a fraction) a second row for what it reaches below the line. The
 * strut of the formula holds that room already.
 */
function dropDepth(stack: Element): void {
  stack.className = 'vlist-t';
  stack.querySelector(':scope > .vlist-r > .vlist-s')?.remove();
  stack.children[1]?.remove();
}

const MARGIN = /^margin-right:(-?[\d.]+)em;$/;

/** What has a size of its own would make another space of the same margin. */
const OWN_SIZE = /sizing|delim|msupsub|op-limits|strut/;

/** A space that stands behind a symbol becomes the symbol's margin. */
function joinSpace(space: Element): void {
  const symbol = space.previousElementSibling;
  const margin = MARGIN.exec(space.getAttribute('style') ?? '');
  if (!symbol || !margin || !isPlainSpace(space) || OWN_SIZE.test(symbol.className)) return;
  const style = symbol.getAttribute('style') ?? '';
  const own = style === '' ? 0 : Number(MARGIN.exec(style)?.[1]);
  if (Number.isNaN(own)) return;
  symbol.setAttribute('style', `margin-right:${Number((own + Number(margin[1])).toFixed(4))}em;`);
  space.remove();
}

const isPlainSpace = (space: Element): boolean =>
  space.className === 'mspace' && space.childNodes.length === 0;
