import { readdirSync, readFileSync } from 'node:fs';

const CHAPTERS = new URL('../../content/chapters/', import.meta.url);

/** The MDX of every chapter, by its name. A no-break space is a space to who reads it. */
export const chapterSources: ReadonlyMap<string, string> = new Map(
  readdirSync(CHAPTERS).map((file) => [
    file.replace('.mdx', ''),
    readFileSync(new URL(file, CHAPTERS), 'utf8').replaceAll('&nbsp;', ' '),
  ]),
);

/** The MDX of every figure, from its opening tag's end to its closing tag, by its name. */
export const figureSources: ReadonlyMap<string, string> = new Map(
  [...chapterSources.values()].flatMap((source) =>
    [...source.matchAll(/<Figure name="(\w+)"[^>]*>([\s\S]*?)<\/Figure>/g)].map(
      ([, name = '', block = '']) => [name, block] as const,
    ),
  ),
);

/** What a reader reads of a chapter, on one line: without tags and emphasis. Throws when there is no such chapter. */
export function proseOf(chapter: string): string {
  const source = chapterSources.get(chapter);
  if (source === undefined) throw new Error(`there is no chapter "${chapter}"`);
  return source
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/[*_]/g, '')
    .replaceAll(/\s+/g, ' ');
}
