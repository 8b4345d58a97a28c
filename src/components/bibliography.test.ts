import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseBibliography } from './bibliography.ts';

const entry = (fields: string) =>
  `@article{key, title = {A title}, journal = {A journal}, ${fields}}`;
const first = (fields: string) => parseBibliography(entry(fields))[0]!;

describe('a citation is labelled', () => {
  test.each([
    ['Sohn, Kihyuk', 'Sohn, 2016'],
    ['Wang, Mei and Deng, Weihong', 'Wang and Deng, 2016'],
    ['Hadsell, Raia and Chopra, Sumit and LeCun, Yann', 'Hadsell et al., 2016'],
    ['van den Oord, Aaron and Li, Yazhe and Vinyals, Oriol', 'van den Oord et al., 2016'],
  ])('%s as %s', (author, label) => {
    expect(first(`author = {${author}}, year = 2016, doi = {10.1/x}`).label).toBe(label);
  });
});

test('a work with a DOI links to it, a preprint to arXiv by its number, any other by its host', () => {
  const link = (field: string) => {
    const { url, linkText } = first(`author = {Sohn, K}, year = 2016, ${field}`);
    return [url, linkText];
  };
  expect(link('doi = {10.1109/5.7}')).toEqual(['https://doi.org/10.1109/5.7', 'doi:10.1109/5.7']);
  expect(link('url = {https://arxiv.org/abs/1503.03832}')).toEqual([
    'https://arxiv.org/abs/1503.03832',
    'arXiv:1503.03832',
  ]);
  expect(link('url = {https://jmlr.org/a.html}')[1]).toBe('jmlr.org');
});

test('a work is told to indexes of citations by title, first author, year, place and DOI', () => {
  const author = 'van den Oord, Aaron and Sohn, Kihyuk';
  expect(first(`author = {${author}}, year = 2016, doi = {10.1/x}`).tag).toBe(
    'citation_title=A title; citation_author=Aaron van den Oord; ' +
      'citation_publication_date=2016; citation_inbook_title=A journal; citation_doi=10.1/x',
  );
});

test('an entry without a link, an author or a year is refused by name', () => {
  expect(() => first('author = {Sohn, K}, year = 2016')).toThrow('"key" needs a doi or a url');
  expect(() => first('author = {Sohn, K}, doi = {10.1/x}')).toThrow(
    '"key" needs an author and a year',
  );
  expect(() => first('year = 2016, doi = {10.1/x}')).toThrow('"key" needs an author and a year');
});

test('the bibliography reads, each key once, with accents and without leftover markup', () => {
  const references = parseBibliography(
    readFileSync(new URL('../../content/references.bib', import.meta.url), 'utf8'),
  );
  expect(new Set(references.map(({ id }) => id)).size).toBe(references.length);
  expect(references.find(({ id }) => id === 'wu2017')!.html).toContain('Krähenbühl');
  for (const { html } of references) expect(html).not.toMatch(/[{}\\]|<div|undefined/);
});
