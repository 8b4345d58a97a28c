import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { declarations, readStyleSheets } from '#support/styleSheets.ts';
import { narrowFont, WEIGHTS } from './narrowFont.ts';

const NAME = '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2';

test('a narrowed font is a woff2 that is smaller than the one it comes from', async () => {
  const path = await narrowFont(NAME);
  expect(readFileSync(path).subarray(0, 4).toString('latin1')).toBe('wOF2');
  const whole = statSync(createRequire(import.meta.url).resolve(NAME)).size;
  expect(statSync(path).size).toBeLessThan(0.9 * whole);
});

test('no style asks for a weight that the fonts have been relieved of', () => {
  const asked = [...readStyleSheets().values()]
    .flatMap(declarations)
    .filter(({ property }) => property === 'font-weight' || property === 'font')
    .map(({ value }) => /^\d{3}\b/.exec(value)?.[0])
    .filter((weight) => weight !== undefined);
  expect(asked.length).toBeGreaterThan(0);
  for (const weight of asked) {
    expect(Number(weight)).toBeGreaterThanOrEqual(WEIGHTS.min);
    expect(Number(weight)).toBeLessThanOrEqual(WEIGHTS.max);
  }
});
