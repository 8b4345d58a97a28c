/** Reads the bibliography into what a citation and the reference list show. */
import { createRequire } from 'node:module';

/** One work of the bibliography. */
export interface Reference {
  /** The key it is cited by. */
  readonly id: string;
  /** Authors and year, as a citation in the text has them: "Hadsell et al., 2006". */
  readonly label: string;
  /** The full reference as HTML, without its link. */
  readonly html: string;
  readonly url: string;
  /** What the link says: "doi:10.1109/…", "arXiv:1503.03832", or the host. */
  readonly linkText: string;
  /** What a `citation_reference` tag says of it. */
  readonly tag: string;
}

interface Author {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly 'non-dropping-particle'?: string;
}

/** The part of citation-js's CSL-JSON that is used here. */
interface CslItem {
  readonly id: string;
  readonly title: string;
  readonly 'container-title'?: string;
  readonly author?: readonly Author[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly DOI?: string;
  readonly URL?: string;
}

interface CitationList {
  readonly data: readonly CslItem[];
  format(
    output: 'bibliography',
    options: { format: 'html'; template: string; lang: string; asEntryArray: true },
  ): readonly (readonly [id: string, html: string])[];
}

// citation-js's ES modules import JSON without the attribute that Node demands; its CommonJS works.
const require = createRequire(import.meta.url);
const { Cite } = require('@citation-js/core') as {
  Cite: new (input: string | readonly CslItem[]) => CitationList;
};
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-csl');

const nameOf = (author: Author): string =>
  [author['non-dropping-particle'], author.family ?? author.literal].filter(Boolean).join(' ');

const yearOf = ({ issued }: CslItem): number | undefined => issued?.['date-parts'][0]?.[0];

function labelOf(item: CslItem): string {
  const { id, author = [] } = item;
  const year = yearOf(item);
  const [first, second] = author.map(nameOf);
  if (first === undefined || year === undefined)
    throw new Error(`references.bib: "${id}" needs an author and a year.`);
  const who =
    author.length > 2 ? `${first} et al.` : second === undefined ? first : `${first} and ${second}`;
  return `${who}, ${year}`;
}

function linkOf({ id, DOI, URL: url }: CslItem): Pick<Reference, 'url' | 'linkText'> {
  if (DOI !== undefined) return { url: `https://doi.org/${DOI}`, linkText: `doi:${DOI}` };
  if (url === undefined) throw new Error(`references.bib: "${id}" needs a doi or a url.`);
  const { hostname, pathname } = new URL(url);
  const isPreprint = hostname === 'arxiv.org';
  return {
    url,
    linkText: isPreprint ? `arXiv:${pathname.replace('/abs/', '')}` : hostname,
  };
}

/**
 * The work as indexes of citations read it; its first author tells it apart, and the page is long
 * enough. Their separator is no part of a field.
 */
function tagOf(item: CslItem): string {
  const [first] = item.author ?? [];
  const fields: readonly (readonly [string, string | number | undefined])[] = [
    ['title', item.title],
    ['author', first && [first.given, nameOf(first)].filter(Boolean).join(' ')],
    ['publication_date', yearOf(item)],
    ['inbook_title', item['container-title']],
    ['doi', item.DOI],
  ];
  return fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `citation_${name}=${String(value).replaceAll(';', ',')}`)
    .join('; ');
}

/** Parses BibTeX, in the order of the file. Throws when an entry lacks an author, a year or a link. */
export function parseBibliography(bibtex: string): Reference[] {
  const items = new Cite(bibtex).data;
  const withoutLinks = items.map(({ DOI, URL, ...item }) => item);
  const formatted = new Map(
    new Cite(withoutLinks).format('bibliography', {
      format: 'html',
      template: 'apa',
      lang: 'en-US',
      asEntryArray: true,
    }),
  );
  return items.map((item) => ({
    id: item.id,
    label: labelOf(item),
    html: (formatted.get(item.id) ?? '').replace(/^\s*<div[^>]*>|<\/div>\s*$/g, ''),
    ...linkOf(item),
    tag: tagOf(item),
  }));
}
