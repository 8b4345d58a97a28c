import katex from 'katex';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { thinFormulas } from './thin.ts';

const FORMULAS = [
  'm',
  '\\boldsymbol{x}_i',
  'd_{ap} + m < d_{an}',
  '\\mathcal{L} = -\\ln \\frac{e^{s_p/T}}{e^{s_p/T} + \\sum_j e^{s_j/T}}',
  '\\underbrace{\\max(0,\\, d - m)}_{\\text{push}}',
  '\\begin{aligned} a &= b_1 \\\\ &= c^2 \\end{aligned}',
  '\\|x\\|_2^2 \\!\\cdot 1',
];

function parse(tex: string) {
  const html = katex.renderToString(tex, { displayMode: true });
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  for (const annotation of document.querySelectorAll('annotation')) annotation.remove();
  return document;
}

function thinned(tex: string) {
  const document = parse(tex);
  thinFormulas(document.body);
  return document;
}

const count = (root: ParentNode) => root.querySelectorAll('*').length;

/** All the margins behind symbols, in em, whether a space has them or the symbol. */
const space = (root: ParentNode) =>
  [...root.querySelectorAll('.katex-html [style*="margin-right"]')].reduce(
    (sum, { outerHTML }) => sum + Number(/margin-right:(-?[\d.]+)em/.exec(outerHTML)?.[1]),
    0,
  );

describe.each(FORMULAS)('thinning %s', (tex) => {
  test('takes elements out', () => {
    expect(count(thinned(tex))).toBeLessThan(count(parse(tex)));
  });

  test('keeps every letter of both trees, in order', () => {
    const letters = (document: Document) => document.body.textContent.replaceAll(/[\u200b\s]/g, '');
    expect(letters(thinned(tex))).toBe(letters(parse(tex)));
  });

  test('keeps all space between symbols, and the height of every line', () => {
    expect(space(thinned(tex))).toBeCloseTo(space(parse(tex)), 3);
    const struts = (document: Document) =>
      [...document.querySelectorAll('.katex-strut')].map((strut) => strut.outerHTML);
    expect(struts(thinned(tex))).toEqual(struts(parse(tex)));
  });
});

test('a row of MathML that holds several things, and is one of several, stays together', () => {
  const math = thinned('\\frac{a + b}{c}').querySelector('math');
  expect(math?.querySelector('mfrac')?.children).toHaveLength(2);
  expect(math?.querySelector('mfrac > mrow')?.children).toHaveLength(3);
});

test('a space behind what has a size of its own stays an element', () => {
  const { body } = parse('x');
  body.innerHTML =
    '<span class="katex-html"><span class="katex-sizing size3">a</span><span class="mspace" style="margin-right:0.2em;"></span></span>';
  thinFormulas(body);
  expect(body.querySelector('.mspace')).not.toBeNull();
});

test('no element names its namespace', () => {
  for (const tex of [...FORMULAS, '\\sqrt{d}'])
    expect(thinned(tex).body.innerHTML).not.toContain('xmlns');
});
