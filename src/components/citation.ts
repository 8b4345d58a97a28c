/** What CITATION.cff says of the article: who wrote it, when, which version it is, and on what. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

type Author =
  | { readonly name: string }
  | { readonly 'given-names': string; readonly 'family-names': string };

interface Citation {
  readonly title: string;
  readonly version: string;
  readonly 'date-released': string;
  readonly keywords: readonly string[];
  readonly authors: readonly Author[];
}

const citation: Citation = parse(readFileSync(join(process.cwd(), 'CITATION.cff'), 'utf8'));

const nameOf = (author: Author): string =>
  'name' in author ? author.name : `${author['given-names']} ${author['family-names']}`;

export const title = citation.title;
export const version = citation.version;
/** Year, month and day. */
export const released = citation['date-released'];
export const keywords = citation.keywords;
export const authors = citation.authors.map((author) => ({
  name: nameOf(author),
  isPerson: !('name' in author),
}));
