/**
 * What lets in the fonts of the formulas and of italics, in a sheet of its own that holds up no word:
 * KaTeX's rules for its fonts, with the one format that every browser reads which runs the page.
 */
import type { APIRoute } from 'astro';
import katex from 'katex/dist/katex.min.css?raw';
import { FONT_RULE } from '#formulas/fontRules.ts';

const files = import.meta.glob<string>('/node_modules/katex/dist/fonts/*.woff2', {
  query: '?url',
  import: 'default',
  eager: true,
});

const rules = katex
  .match(FONT_RULE)!
  .map((rule) =>
    rule
      .replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g, '')
      .replace(
        /url\((fonts\/[^)]*)\)/,
        (_, file) => `url(${files[`/node_modules/katex/dist/${file}`]})`,
      ),
  );

const italics = ':root{--font-italic:var(--font-serif-italic),var(--font-serif)}';

export const GET: APIRoute = () =>
  new Response([italics, ...rules].join('\n'), { headers: { 'Content-Type': 'text/css' } });
