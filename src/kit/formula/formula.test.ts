import { parseHTML } from 'linkedom';
import { describe, expect, test, vi } from 'vitest';
import { renderTeX } from '#formulas/render.ts';
import { findFormula } from './formula.ts';

function pageWith(...formulas: string[]) {
  const { document } = parseHTML('<!doctype html><html><body><figure></figure></body></html>');
  const figure = document.querySelector('figure');
  if (!figure) throw new Error('no figure');
  figure.innerHTML = formulas.join('');
  return figure;
}

const texts = (figure: Element, slot: string) =>
  [...figure.querySelectorAll(`[data-slot="${slot}"]`)].map((element) => element.textContent);

describe('a live formula', () => {
  test('is patched in the visible tree and in the MathML copy', () => {
    const figure = pageWith(renderTeX('x = \\slot{x}{0.50}', { display: true }));
    findFormula(figure).write({ x: '12.34' });
    expect(texts(figure, 'x')).toEqual(['12.34', '12.34']);
    expect(figure.querySelector('math')?.textContent).toContain('12.34');
    expect(figure.textContent).not.toContain('0.50');
  });

  test('is patched wherever a slot occurs', () => {
    const figure = pageWith(
      renderTeX('\\frac{\\slot{x}{1}}{\\slot{y}{2}} + \\slot{x}{1}', { display: true }),
    );
    findFormula(figure).write({ x: '7', y: '8' });
    expect(texts(figure, 'x')).toEqual(['7', '7', '7', '7']);
    expect(texts(figure, 'y')).toEqual(['8', '8']);
  });

  test('refuses a slot that the page does not have', () => {
    const figure = pageWith(renderTeX('\\slot{x}{1}', { display: true }));
    expect(() => findFormula(figure).write({ z: '1' })).toThrow('no slot "z"');
  });

  test('shows one variant at a time', () => {
    const figure = pageWith(
      '<div data-when="squared">2</div><div data-when="plain" hidden>1</div>',
    );
    findFormula(figure).choose('plain');
    const hidden = [...figure.querySelectorAll('[data-when]')].map((e) => e.hasAttribute('hidden'));
    expect(hidden).toEqual([true, false]);
  });

  test('hides nothing that is hidden already', () => {
    const figure = pageWith('<div data-when="squared">2</div><div data-when="plain">1</div>');
    const formula = findFormula(figure);
    const hides = vi.fn();
    for (const part of figure.querySelectorAll('[data-when]'))
      Object.defineProperty(part, 'hidden', { set: hides });
    formula.choose('plain');
    const { length } = hides.mock.calls;
    expect(length).toBe(2);
    formula.choose('plain');
    expect(hides).toHaveBeenCalledTimes(length);
  });
});
