import { expect, test } from 'vitest';
import { keptPage } from './keptPage.ts';

test.each([
  ['/', '/index.html'],
  ['/me/?PairForces.margin=0.5#PairForces', '/me/index.html'],
  ['/me/summary', '/me/summary/index.html'],
  ['/me/summary/', '/me/summary/index.html'],
  ['/me/index.html', '/me/index.html'],
])('%s is kept as %s', (asked, kept) => {
  expect(keptPage(`https://example.org${asked}`)).toBe(`https://example.org${kept}`);
});
