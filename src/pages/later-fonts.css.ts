/**
 * What lets in the fonts of the formulas and of italics: they are named in a sheet of their own that
 * holds up no word.
 */
import type { APIRoute } from 'astro';
import katex from 'katex/dist/katex.min.css?raw';
import { familiesOf } from '#formulas/letterFamilies.ts';
import ours from '#styles/later.css?inline';

export const GET: APIRoute = () =>
  new Response([...familiesOf(katex), ours].join('\n'), {
    headers: { 'Content-Type': 'text/css' },
  });
