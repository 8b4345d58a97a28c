import { getCollection, getEntry } from 'astro:content';
import type { Reference } from './bibliography.ts';

/** The work with this key. Throws, which stops the build, when the bibliography lacks it. */
export async function loadReference(key: string): Promise<Reference> {
  const entry = await getEntry('references', key);
  if (entry) return entry.data;
  const known = (await getCollection('references')).map(({ id }) => id).join(', ');
  throw new Error(`content/references.bib has no "${key}": it has ${known}.`);
}
