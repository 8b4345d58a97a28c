import { expect, test } from 'vitest';
import { inlineText } from './inlineText.ts';

test('a text is text, whatever signs are in it', () => {
  expect(inlineText('1 < 2 & “3”')).toBe('1 &lt; 2 &amp; “3”');
});

test('emphasis and formulas are marked, and emphasis has no place in a formula', () => {
  const html = inlineText('It is _not_ $d_a + d_b$.');
  expect(html).toContain('It is <em>not</em> <span data-tex="d_a + d_b">');
  expect(html).toContain('class="katex"');
  expect(html).not.toContain('<em>a');
});

test('the TeX of a formula is kept for others, without our own macros', () => {
  expect(inlineText('$2(\\n - \\p) + \\margin \\cdot \\pi$')).toContain(
    'data-tex="2(n - p) + m \\cdot \\pi"',
  );
});

test('a formula without an end is refused', () => {
  expect(() => inlineText('costs $5')).toThrow('no end: “costs $5”');
});
