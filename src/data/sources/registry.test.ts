import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { checkDataset } from '../dataset.ts';
import { labSources, sources } from './registry.ts';

afterEach(() => vi.unstubAllGlobals());

/** Files of the site, without a server. */
function serveFiles() {
  vi.stubGlobal('location', { href: 'http://site.test/' });
  vi.stubGlobal('fetch', async (url: string) => {
    const path = new URL(`../../..${new URL(url, location.href).pathname}`, import.meta.url);
    return new Response(Uint8Array.from(readFileSync(path)));
  });
}

test.each(labSources.map((source) => [source.reference.source, source] as const))(
  '%s: what the lab loads is as the entry says',
  async (_, { load, height, width, classes }) => {
    serveFiles();
    const data = await load({ onProgress: () => {}, rest: async () => {} });
    expect(() => checkDataset(data)).not.toThrow();
    expect([data.height, data.width]).toEqual([height, width]);
    // The lab counts the classes and names them by what the entry says.
    for (const { labels } of [data.training, data.heldOut])
      expect([...new Set(labels)].sort((i, j) => i - j)).toEqual([...classes.keys()]);
  },
);

test('no two data sets are called alike, and each says what it is', () => {
  const titles = [...sources.values()].map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  for (const { about } of sources.values()) expect(about.length).toBeGreaterThan(10);
});
