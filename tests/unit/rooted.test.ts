import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sources = globSync(['src/**/*.{astro,ts,tsx,css}', 'content/**/*.mdx']).filter(
  (path) => !path.includes('.test.'),
);

/** An address that begins at the root of the host, in an attribute, a call, a style or a link. */
const ROOTED =
  /(?:(?:href|src|content)=\{?["'`]|\b(?:fetch|register)\(["'`]|url\(["']?|\]\()\/(?!\/)/g;

test('no page, figure or text takes the root of its host for the root of the site', () => {
  expect(sources.length).toBeGreaterThan(500);
  const rooted = sources.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(ROOTED)].map(([found]) => `${path}: ${found}`),
  );
  expect(rooted).toEqual([]);
});
