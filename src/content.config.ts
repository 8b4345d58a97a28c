import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { parseBibliography } from './components/bibliography.ts';

const chapters = defineCollection({
  loader: glob({ base: 'content/chapters', pattern: '*.mdx' }),
  schema: z.object({
    title: z.string(),
    /** Position on the page, from 1. */
    order: z.number().int().positive(),
  }),
});

const references = defineCollection({
  loader: file('content/references.bib', {
    parser: (bibtex) => parseBibliography(bibtex).map((reference) => ({ ...reference })),
  }),
  schema: z.object({
    id: z.string(),
    label: z.string(),
    html: z.string(),
    url: z.url(),
    linkText: z.string(),
  }),
});

export const collections = { chapters, references };
