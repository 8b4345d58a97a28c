/** The lists of the site's pages that are read by machines. Addresses in them have a host. */
import { article } from './article.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A sitemap of these pages. */
export const sitemap = (pages: readonly string[]): string =>
  `${DECLARATION}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages
    .map((page) => `<url><loc>${escaped(page)}</loc><lastmod>${article.released}</lastmod></url>\n`)
    .join('')}</urlset>\n`;

/** An Atom feed whose entry is the article's release. */
export function feed(page: string, itself: string): string {
  const released = `${article.released}T00:00:00Z`;
  const people = article.people
    .map(({ name }) => `<author><name>${escaped(name)}</name></author>\n`)
    .join('');
  return `${DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom">
<id>${escaped(page)}</id>
<title>${escaped(article.title)}</title>
<link href="${escaped(page)}"/>
<link rel="self" href="${escaped(itself)}"/>
<updated>${released}</updated>
${people}<entry>
<id>${escaped(page)}#version-${article.version}</id>
<title>${escaped(article.title)}, version ${article.version}</title>
<link href="${escaped(page)}"/>
<updated>${released}</updated>
<summary>${escaped(article.description)}</summary>
</entry>
</feed>
`;
}
