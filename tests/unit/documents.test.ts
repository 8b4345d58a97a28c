import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const { scripts } = JSON.parse(read('package.json'));

/** What npm start makes, and a name that stands for any. */
const NOT_THERE = ['build.log', 'x.test.ts'];

describe.each(['README.md', 'CONTRIBUTING.md', 'src/data/files/README.md'])('%s', (document) => {
  const codes = [...read(document).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!);

  test('names files and folders that are there', () => {
    const paths = codes
      .filter((code) => /^[\w.-]+(\/[\w.-]+)*(\/|\.\w+)$|^\w+\/[\w/]+$/.test(code))
      .filter((code) => !NOT_THERE.includes(code));
    expect(paths.length).toBeGreaterThan(3);
    const places = ['', 'src/', 'src/data/files/'];
    const missing = paths.filter(
      (path) => !places.some((place) => existsSync(root + place + path)),
    );
    expect(missing).toEqual([]);
  });

  test('names commands that package.json has', () => {
    const commands = codes.flatMap((code) =>
      [...code.matchAll(/npm (?:run )?(?:-s )?([\w:]+)/g)].map(([, name]) => name!),
    );
    expect(commands.length).toBeGreaterThan(1);
    for (const name of commands) expect(scripts).toHaveProperty([name]);
  });
});
