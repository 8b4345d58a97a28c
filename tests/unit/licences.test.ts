import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');

const idsIn = (expression: string) => expression.split(' AND ').toSorted();

/** The paragraphs of LICENSE that say what is under which licence. */
const licences = new Map(
  [...read('LICENSE').matchAll(/^ {2}(\S+) {2,}(.*(?:\n {3,}.*)*)/gm)].map(([, id, what]) => [
    id!,
    what!,
  ]),
);

const filesIn = (text: string): readonly string[] =>
  text.match(/\b(?:public|src)\/[\w./-]+\w/g) ?? [];

/** The licences under which LICENSE puts a file by name. */
const licencesOf = (path: string) =>
  [...licences].flatMap(([id, what]) => (filesIn(what).includes(path) ? [id] : []));

const data = readdirSync(`${root}src/data/files`).filter((name) => name !== 'README.md');
const recordings = globSync('src/islands/**/*.json', { cwd: root }).map((path) =>
  path.replaceAll('\\', '/'),
);

describe('licences', () => {
  test('LICENSE, its SPDX expression and package.json name the same', () => {
    const [, expression] = /^SPDX-License-Identifier: (.*)$/m.exec(read('LICENSE'))!;
    expect(idsIn(expression!)).toEqual([...licences.keys()].toSorted());
    expect(idsIn(JSON.parse(read('package.json')).license)).toEqual(idsIn(expression!));
  });

  test.each(data)(
    'src/data/files/%s is under one licence, in LICENSE and beside the file',
    (name) => {
      const [licence, ...others] = licencesOf(`src/data/files/${name}`);
      expect(licence).toBeDefined();
      expect(others).toEqual([]);
      const rows = read('src/data/files/README.md').split('\n');
      const row = rows.find((line) => line.startsWith(`| \`${name}\` `));
      expect(row?.split('|')[2]?.trim()).toBe(licence);
    },
  );

  test.each(recordings)('%s is under one licence', (path) => {
    expect(licencesOf(path)).toHaveLength(1);
  });

  test('whatever LICENSE names is there', () => {
    const named = [...licences.values()].flatMap(filesIn);
    expect(named.length).toBeGreaterThan(data.length);
    for (const path of named) expect(existsSync(root + path), path).toBe(true);
  });

  test('the appendix tells readers of each', () => {
    const appendix = read('content/chapters/appendix.mdx');
    for (const id of licences.keys())
      expect(appendix).toContain(id.replace(/^CC-(.*)-([\d.]+)$/, 'CC $1 $2'));
  });
});
