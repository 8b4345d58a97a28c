import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { familiesOf, withoutFamilies } from './letterFamilies.ts';

const katex = readFileSync(
  new URL('../../node_modules/katex/dist/katex.min.css', import.meta.url),
  'utf8',
);
const rules = (css: string) => css.match(/[^{}]+\{[^{}]*\}/g) ?? [];

describe("KaTeX's style sheet in two", () => {
  const first = rules(withoutFamilies(katex));
  const later = familiesOf(katex);

  test('the first part declares every font, in one format, and names none for a formula', () => {
    const [fonts, others] = [true, false].map((is) =>
      first.filter((rule) => rule.startsWith('@font-face') === is),
    );
    expect(fonts).toHaveLength(rules(katex).filter((rule) => rule.startsWith('@font-face')).length);
    for (const font of fonts!)
      expect(font.match(/url\([^)]*\)/g)).toEqual([expect.stringMatching(/woff2\)$/)]);
    expect(others!.filter((rule) => rule.includes('KaTeX_'))).toEqual([]);
  });

  test('the later part names the family of every rule that had one, and nothing else', () => {
    const named = rules(katex).filter(
      (rule) => !rule.startsWith('@font-face') && rule.includes('KaTeX_'),
    );
    expect(later).toHaveLength(named.length);
    for (const rule of later) expect(rule).toMatch(/^[^{}]+\{font-family:KaTeX_[^;:]*\}$/);
  });

  test('what else a rule says stays in the first part', () => {
    expect(withoutFamilies('.a{font-family:KaTeX_Main}.b{font-family:KaTeX_Main;top:0}')).toBe(
      '.a{}.b{top:0}',
    );
    const shorthand = '.a{font:normal 1.21em KaTeX_Main,serif;top:0}';
    expect(withoutFamilies(shorthand)).toBe('.a{font:normal 1.21em var(--font-serif);top:0}');
    expect(familiesOf(shorthand)).toEqual(['.a{font-family:KaTeX_Main,serif}']);
  });
});
