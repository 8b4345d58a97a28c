/** What the article's head tells search engines, reference managers and catalogues of teaching material. */
import { article } from './article.ts';
import type { Reference } from './bibliography.ts';
import { PDF_NAME } from './pdfName.ts';
import { siteUrl } from './siteAddress.ts';

const LANGUAGE = 'en';

/** A scholarly article that is a learning resource, as schema.org has them. */
export const articleJson = (references: readonly Reference[]) => ({
  '@context': 'https://schema.org',
  '@type': ['ScholarlyArticle', 'LearningResource'],
  name: article.title,
  headline: article.title,
  description: article.description,
  url: siteUrl(),
  image: siteUrl('social-card.png'),
  author: article.people.map(({ name, isPerson }) => ({
    '@type': isPerson ? 'Person' : 'Organization',
    name,
  })),
  datePublished: article.released,
  version: article.version,
  inLanguage: LANGUAGE,
  keywords: article.keywords,
  license: article.licence,
  isAccessibleForFree: true,
  teaches: article.teaches,
  educationalLevel: article.level,
  learningResourceType: ['interactive article', 'simulation', 'self-test'],
  interactivityType: 'mixed',
  citation: references.map(({ url }) => url),
});

/** Name and content of each `citation_*` tag. */
export function citationTags(
  references: readonly Reference[],
): readonly (readonly [name: string, content: string])[] {
  const tags: readonly (readonly [string, string | undefined])[] = [
    ['citation_title', article.title],
    ...article.people.map(({ name }) => ['citation_author', name] as const),
    ['citation_publication_date', article.released.replaceAll('-', '/')],
    ['citation_language', LANGUAGE],
    ['citation_keywords', article.keywords.join('; ')],
    ['citation_fulltext_html_url', siteUrl()],
    ['citation_pdf_url', siteUrl(PDF_NAME)],
    ...references.map(({ tag }) => ['citation_reference', tag] as const),
  ];
  return tags.flatMap(([name, content]) => (content === undefined ? [] : [[name, content]]));
}
