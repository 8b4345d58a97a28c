import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { RELEASE } from '#offline/release.ts';
import { expect, test } from 'vitest';
import { compressFiles } from './compressFiles.ts';
import { keptFiles } from './keptFiles.ts';
import { siteFiles } from './siteFiles.ts';
import { stampRelease } from './stampRelease.ts';
import { writeHeaders } from './writeHeaders.ts';

const page = (policy: string) =>
  `<!doctype html><html><head><meta name="release" content="${RELEASE}"><meta http-equiv="content-security-policy" content="${policy}"></head><body>${'words '.repeat(300)}</body></html>`;

/** A folder with these files, and what reads them. */
function folderOf(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'finished-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return { folder, read: (path: string) => readFileSync(join(folder, path)) };
}

const site = () =>
  folderOf({
    'index.html': page("default-src 'self'; img-src 'self' data:;"),
    'summary/index.html': page("default-src 'self'"),
    '404.html': page("default-src 'self'"),
    'social-card.png': 'picture',
    '_astro/main.abc.js': 'export const one = 1;\n'.repeat(200),
    '_astro/digits.def.bin': 'digits',
  });

test('a release has a name in every page, another as soon as one file is another', () => {
  const [one, same, other] = [site(), site(), site()];
  writeFileSync(join(other.folder, '_astro/digits.def.bin'), 'other digits');
  const [name, sameName, otherName] = [one, same, other].map(({ folder, read }) => {
    stampRelease(folder);
    return read('release.txt').toString();
  });
  expect(one.read('index.html').toString()).toContain(`content="${name}"`);
  expect(one.read('summary/index.html').toString()).not.toContain(RELEASE);
  expect(sameName).toBe(name);
  expect(otherName).not.toBe(name);
});

test('what is kept is all that the article needs, each file held to its hash', () => {
  const { folder } = site();
  stampRelease(folder);
  const kept = keptFiles(folder);
  expect(kept.map(({ url }) => url)).toEqual([
    '_astro/digits.def.bin',
    '_astro/main.abc.js',
    'index.html',
    'summary/index.html',
  ]);
  for (const { integrity } of kept) expect(integrity).toMatch(/^sha256-[\w+/]{43}=$/);
  expect(kept.map(({ revision }) => revision === null)).toEqual([true, true, false, false]);
});

test('the headers of a page have its own policy, and say who may frame it', () => {
  const { folder, read } = site();
  writeHeaders(folder, '/me/');
  const rules = read('_headers').toString().split('\n\n');
  expect(rules).toContain(
    "/me/\n  Content-Security-Policy: default-src 'self'; img-src 'self' data:; frame-ancestors 'self'",
  );
  expect(rules.find((rule) => rule.startsWith('/me/*\n'))).toContain('nosniff');
  expect(rules.find((rule) => rule.startsWith('/me/_astro/*\n'))).toContain('immutable');
});

test('texts lie there compressed, too, and are the same', async () => {
  const { folder, read } = site();
  await compressFiles(folder);
  const script = read('_astro/main.abc.js');
  expect(gunzipSync(read('_astro/main.abc.js.gz'))).toEqual(script);
  expect(brotliDecompressSync(read('_astro/main.abc.js.br'))).toEqual(script);
  expect(siteFiles(folder)).not.toContain('_astro/digits.def.bin.gz');
});
