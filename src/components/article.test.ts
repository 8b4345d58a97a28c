import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { article } from './article.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the page, package.json and CITATION.cff agree on title, authors and version', () => {
  const citation = read('CITATION.cff');
  expect(citation).toContain(`\ntitle: ${article.title}\n`);
  expect(citation).toContain(`- name: ${article.authors}\n`);
  expect(citation).toContain(`\nversion: ${article.version}\n`);
  expect(JSON.parse(read('package.json')).version).toBe(article.version);
});
