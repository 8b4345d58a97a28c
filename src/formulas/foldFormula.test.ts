import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { unfoldFormulas } from '#kit/formula/unfoldFormulas.ts';
import { foldFormula } from './foldFormula.ts';
import { renderTeX } from './render.ts';

const whole = `<div class="formula">${renderTeX('L = \\slot{loss}{0.50} < \\frac{1}{2}', { display: true })}</div>`;

const page = (html: string) =>
  parseHTML(`<!doctype html><html><body><div data-when="soft">${html}</div></body></html>`)
    .document;

test('a folded formula is an outline without letters, its lines as high as before', () => {
  const outline = page(foldFormula(whole));
  outline.querySelector('script')?.remove();
  expect(outline.body.textContent).toBe('');
  const struts = (document: Document) =>
    [...document.querySelectorAll('.formula .katex-strut')].map((strut) =>
      strut.getAttribute('style'),
    );
  expect(struts(outline)).toEqual(struts(page(whole)));
  expect(struts(outline).length).toBeGreaterThan(0);
});

test('unfolded it is what it was', () => {
  const document = page(foldFormula(whole));
  unfoldFormulas(document.body);
  expect(document.body.innerHTML).toBe(page(whole).body.innerHTML);
});
