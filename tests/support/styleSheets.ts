/** The style sheets of the article, `.css` files and the style blocks of `.astro` files, to be judged. */
import { readdirSync, readFileSync } from 'node:fs';

const SRC = new URL('../../src/', import.meta.url);

/** Path from `src` -> text without comments. */
export type StyleSheets = ReadonlyMap<string, string>;

export interface Declaration {
  readonly property: string;
  readonly value: string;
}

const withoutComments = (css: string) => css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
const styleBlock = (astro: string) => /<style>([\s\S]*)<\/style>/.exec(astro)?.[1] ?? '';

export function readStyleSheets(): StyleSheets {
  const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' });
  const sheets = paths.sort().flatMap((path): [string, string][] => {
    if (!/\.(css|astro)$/.test(path)) return [];
    const text = readFileSync(new URL(path, SRC), 'utf8');
    return [[path, withoutComments(path.endsWith('.astro') ? styleBlock(text) : text)]];
  });
  return new Map(sheets.filter(([, css]) => css.trim() !== ''));
}

export function declarations(css: string): Declaration[] {
  const found = css.matchAll(/(?<=[{};]\s*)(-{0,2}[a-z][\w-]*):\s*([^;{}]+?)\s*(?=[;}])/g);
  return [...found].map(([, property, value]) => ({ property: property!, value: value! }));
}

/** The conditions of the rules that ask so (`@media`), as they are written. */
export const conditions = (css: string, query: string): string[] =>
  [...css.matchAll(new RegExp(`${query}\\s+([^{]+?)\\s*\\{`, 'g'))].map(
    ([, condition]) => condition!,
  );

/** The selectors and at-rules that are nested in nothing. */
export function outermost(css: string): string[] {
  let depth = 0;
  let begin = 0;
  const found: string[] = [];
  for (const [k, character] of [...css].entries()) {
    if (character === '{' && depth++ === 0) found.push(css.slice(begin, k).trim());
    if (character === '}' && --depth === 0) begin = k + 1;
  }
  return found;
}

/** Every rule's selector and what is around it, outermost first. */
export function selectors(css: string): { selector: string; around: readonly string[] }[] {
  const around: string[] = [];
  const found: { selector: string; around: readonly string[] }[] = [];
  for (const [, text = '', end] of css.matchAll(/([^{};]*)([{};])/g)) {
    const selector = text.trim().replaceAll(/\s+/g, ' ');
    if (end === '{' && !selector.startsWith('@')) found.push({ selector, around: [...around] });
    if (end === '{') around.push(selector);
    if (end === '}') around.pop();
  }
  return found;
}

/** Every use of a role's colour, and the selectors around it, outermost first. */
export function colouredBy(
  css: string,
  roles: readonly string[],
): { role: string; where: string }[] {
  const use = new RegExp(`var\\(--(${roles.join('|')})\\)`, 'g');
  const around: string[] = [];
  const found: { role: string; where: string }[] = [];
  for (const [, text = '', end] of css.matchAll(/([^{};]*)([{};])/g)) {
    if (end === '{') around.push(text.trim().replaceAll(/\s+/g, ' '));
    else
      for (const [, role = ''] of text.matchAll(use)) found.push({ role, where: around.join(' ') });
    if (end === '}') around.pop();
  }
  return found;
}
