import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';

const chapters = defineCollection({
  loader: glob({ base: 'content/chapters', pattern: '*.mdx' }),
  schema: z.object({
    title: z.string(),
    /** Position on the page, from 1. */
    order: z.number().int().positive(),
  }),
});

export const collections = { chapters };
