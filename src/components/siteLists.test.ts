import { parseHTML } from 'linkedom';
import { afterEach, expect, test, vi } from 'vitest';
import { article } from './article.ts';
import { articleJson, citationTags } from './articleData.ts';
import type { Reference } from './bibliography.ts';
import { sitePath, siteUrl } from './siteAddress.ts';
import { feed, sitemap } from './siteLists.ts';

const work: Reference = {
  id: 'one',
  label: 'One, 2006',
  html: '',
  url: 'https://example.org/one',
  linkText: 'example.org',
  tag: 'citation_title=One',
};

const standAt = (site: string, base: string) => {
  vi.stubEnv('SITE', site);
  vi.stubEnv('BASE_URL', base);
};
afterEach(() => vi.unstubAllEnvs());

test('pages and files have their addresses under any path, with a host where it is known', () => {
  expect(siteUrl('summary/')).toBeUndefined();
  standAt('https://example.org', '/me');
  expect(sitePath('favicon.svg')).toBe('/me/favicon.svg');
  expect(siteUrl('summary/')).toBe('https://example.org/me/summary/');
});

test('the head says what the article is, who wrote it, what it teaches and cites, and on what terms', () => {
  standAt('https://example.org', '/me/');
  const data = articleJson([work]);
  expect(data['@type']).toEqual(['ScholarlyArticle', 'LearningResource']);
  expect(data).toMatchObject({
    url: 'https://example.org/me/',
    image: 'https://example.org/me/social-card.png',
    author: [{ '@type': 'Organization', name: article.authors }],
    datePublished: article.released,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    citation: [work.url],
  });
  expect(data.teaches.length).toBeGreaterThan(3);
  const tags = citationTags([work]);
  expect(tags).toContainEqual(['citation_reference', work.tag]);
  expect(tags).toContainEqual(['citation_author', article.authors]);
  expect(Object.fromEntries(tags)['citation_pdf_url']).toMatch(
    /^https:\/\/example.org\/me\/.*\.pdf$/,
  );
});

test('addresses with a host are left out of the head where none is known', () => {
  expect(JSON.parse(JSON.stringify(articleJson([work])))).not.toHaveProperty('url');
  expect(citationTags([work]).map(([name]) => name)).not.toContain('citation_pdf_url');
});

test('sitemap and feed have every address as it is', () => {
  const page = 'https://example.org/a&b/';
  const locations = parseHTML(sitemap([page, `${page}summary/`])).document.querySelectorAll('loc');
  expect([...locations].map(({ textContent }) => textContent)).toEqual([page, `${page}summary/`]);
  const { document } = parseHTML(feed(page, `${page}feed.xml`));
  expect(document.querySelector('link[rel=self]')?.getAttribute('href')).toBe(`${page}feed.xml`);
  expect(document.querySelector('entry > updated')?.textContent).toContain(article.released);
});
