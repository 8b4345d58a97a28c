import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { renderTeX } from './render.ts';

/** Renders and parses; KaTeX's two trees, as they stand on the page. */
function render(tex: string) {
  const { document } = parseHTML(
    `<!doctype html><html><body>${renderTeX(tex, { display: true })}</body></html>`,
  );
  const visible = document.querySelector('.katex-html');
  const spoken = document.querySelector('math');
  if (!visible || !spoken) throw new Error('KaTeX did not render its two trees');
  return { document, visible, spoken };
}

describe('rendering TeX', () => {
  test('puts a slot, with its first text, into the visible tree and into the MathML copy', () => {
    const { visible, spoken } = render('d = \\slot{dIJ}{0.50}');
    const seen = visible.querySelector('[data-slot="dIJ"]');
    const said = spoken.querySelector('mn[data-slot="dIJ"]');
    expect(seen?.textContent).toBe('0.50');
    expect(said?.textContent).toBe('0.50');
    expect(spoken.textContent).not.toContain('SLOT');
  });

  test('does so under braces, in fractions, exponents and twice in one formula', () => {
    const { visible, spoken } = render(
      '\\underbrace{x}_{\\slot{a}{1}} + \\frac{\\slot{b}{2}}{\\slot{a}{1}} + {\\slot{b}{2}}^2',
    );
    for (const tree of [visible, spoken]) {
      expect(tree.querySelectorAll('[data-slot="a"]')).toHaveLength(2);
      expect(tree.querySelectorAll('[data-slot="b"]')).toHaveLength(2);
    }
  });

  test('keeps the space around an operator that has a slot beside it', () => {
    const { visible } = render('\\slot{y}{1} \\cdot x');
    for (const beside of ['[data-slot="y"]', '.mbin'])
      expect(visible.querySelector(beside)?.getAttribute('style')).toContain(
        'margin-right:0.2222em',
      );
  });

  test('marks terms in the visible tree', () => {
    const { visible } = render('\\term{push}{(1 - \\term{margin}{\\margin})}');
    expect(visible.querySelector('[data-term="push"] [data-term="margin"]')).not.toBeNull();
  });

  test('leaves no annotation, whose numbers would go stale', () => {
    expect(render('\\slot{x}{0.50}').document.querySelector('annotation')).toBeNull();
  });

  test('hides the leaves of a live formula and not its tree, so that a term can take the focus', () => {
    const { visible } = render('\\term{loss}{L} = \\slot{loss}{0.50}');
    expect(visible.hasAttribute('aria-hidden')).toBe(false);
    expect(visible.querySelector('[data-term]')?.closest('[aria-hidden]')).toBeNull();
    const open = [...visible.querySelectorAll('*')].filter(
      (element) =>
        element.children.length === 0 &&
        element.textContent !== '' &&
        !element.hasAttribute('data-slot') &&
        !element.closest('[aria-hidden="true"]'),
    );
    expect(open).toEqual([]);
  });

  test('leaves the visible tree of any other formula hidden, as KaTeX has it', () => {
    expect(render('x^2').visible.getAttribute('aria-hidden')).toBe('true');
  });

  test('colours the roles', () => {
    const { visible } = render('\\lVert \\a - \\p \\rVert - \\lVert \\a - \\n \\rVert + \\margin');
    for (const role of ['anchor', 'positive', 'negative', 'margin']) {
      expect(visible.querySelector(`.${role}`)).not.toBeNull();
    }
  });

  test('throws on bad TeX, which stops the build', () => {
    expect(() => renderTeX('\\frac{1}', { display: true })).toThrow('KaTeX parse error');
    expect(() => renderTeX('\\undefinedCommand', { display: false })).toThrow();
  });
});

test('a short group in brackets is put together, and what is around it is not', () => {
  const together = (tex: string) => {
    const { document } = parseHTML(`<body>${renderTeX(tex, { display: true })}</body>`);
    return [...document.querySelectorAll('.joined')].map(({ textContent }) => textContent);
  };
  expect(together('y + (1 - y) = 2')).toEqual(['(1−y)=']);
  expect(together('\\|a - b\\| + \\|b - c\\|')).toEqual(['∥a−b∥+', '∥b−c∥']);
  expect(together('a + b')).toEqual([]);
});
