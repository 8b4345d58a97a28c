import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { article, articleBibtex } from './article.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the page, package.json and CITATION.cff agree on title, authors, date and version', () => {
  const citation = read('CITATION.cff');
  expect(citation).toContain(`\ntitle: ${article.title}\n`);
  expect(citation).toContain(`- name: ${article.authors}\n`);
  expect(citation).toContain(`\nversion: ${article.version}\n`);
  expect(citation).toContain(`\ndate-released: ${article.released}\n`);
  expect(JSON.parse(read('package.json')).version).toBe(article.version);
  expect(articleBibtex()).toContain(`{contrastive${article.year},`);
});
