/** The terms that the article explains once and again on demand: content/glossary.json. */
import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import { loadChapters } from './chapters.ts';
import { headingOf } from './headings.ts';

export type Term = CollectionEntry<'glossary'>['data'];

/** The term with this key. Throws, which stops the build, when the glossary lacks it. */
export async function loadTerm(name: string): Promise<Term> {
  const entry = await getEntry('glossary', name);
  if (entry) return entry.data;
  const known = (await getCollection('glossary')).map(({ id }) => id).join(', ');
  throw new Error(`content/glossary.json has no "${name}": it has ${known}.`);
}

/** All terms, in the order of the alphabet. */
export const loadTerms = async (): Promise<Term[]> =>
  (await getCollection('glossary'))
    .map(({ data }) => data)
    .toSorted((a, b) => a.term.localeCompare(b.term, 'en'));

/** The heading of a section by its place in an address. Throws when no chapter has it. */
export const loadHeading = async (slug: string): Promise<string> =>
  headingOf(
    (await loadChapters()).map(({ body = '' }) => body),
    slug,
  );
