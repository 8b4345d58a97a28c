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
    tag: z.string(),
  }),
});

const glossary = defineCollection({
  loader: file('content/glossary.json'),
  schema: z
    .object({
      id: z.string().regex(/^[a-z0-9-]+$/),
      term: z.string(),
      /** Other words for it that a text may mark. */
      forms: z.array(z.string()),
      /** What it means, in a sentence or two. */
      text: z.string(),
      /** The figure, or the section, that shows it. */
      figure: z.string().optional(),
      section: z.string().optional(),
    })
    .strict(),
});

export const collections = { chapters, references, glossary };
