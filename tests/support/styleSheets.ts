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

interface Piece {
  readonly text: string;
  /** Whether it opens a rule, as a selector does, or says something in one. */
  readonly opens: boolean;
  /** The rules around it, outermost first. */
  readonly around: readonly string[];
}

function* pieces(css: string): Generator<Piece> {
  const around: string[] = [];
  for (const [, found = '', end] of css.matchAll(/([^{};]*)([{};])/g)) {
    const text = found.trim().replaceAll(/\s+/g, ' ');
    const opens = end === '{';
    yield { text, opens, around: [...around] };
    if (opens) around.push(text);
    if (end === '}') around.pop();
  }
}

/** The selectors of all rules, and what is around them. */
export const selectors = (css: string): Piece[] =>
  [...pieces(css)].filter(({ text, opens }) => opens && !text.startsWith('@'));

/** Every use of a role's colour, and the selectors around it, outermost first. */
export function colouredBy(
  css: string,
  roles: readonly string[],
): { role: string; where: string }[] {
  const use = new RegExp(`var\\(--(${roles.join('|')})\\)`, 'g');
  return [...pieces(css)]
    .filter(({ opens }) => !opens)
    .flatMap(({ text, around }) =>
      Array.from(text.matchAll(use), ([, role = '']) => ({ role, where: around.join(' ') })),
    );
}
