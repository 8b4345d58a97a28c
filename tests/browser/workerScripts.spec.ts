/** What the build makes of the workers' scripts. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const folder = new URL('../../dist/_astro/', import.meta.url);
const scripts = readdirSync(folder)
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

const namesIn = (pattern: RegExp) => (text: string) =>
  Array.from(text.matchAll(pattern), ([, name]) => name!);
const workersIn = namesIn(/new Worker\(new URL\([`'"]\/_astro\/([^`'"]+)/g);
const importsIn = namesIn(/(?:\bfrom|\bimport)\s*\(?\s*[`'"]\.\/([^`'"]+)/g);

test('no chunk imports from the script of a worker', () => {
  const workers = new Set(scripts.flatMap(({ text }) => workersIn(text)));
  expect(workers.size).toBeGreaterThan(0);
  const names = new Set(scripts.map(({ name }) => name));
  expect([...workers].filter((name) => !names.has(name))).toEqual([]);
  // The imports are read rightly: the workers themselves have some.
  const ofWorkers = scripts.filter(({ name }) => workers.has(name));
  expect(ofWorkers.flatMap(({ text }) => importsIn(text)).length).toBeGreaterThan(0);
  const wrong = scripts.flatMap(({ name, text }) =>
    importsIn(text)
      .filter((imported) => workers.has(imported))
      .map((imported) => `${name} imports ${imported}`),
  );
  expect(wrong).toEqual([]);
});
