/**
 * What the chapters hold, found in their source before anything is rendered: a reference to a
 * figure, or the reference list, may come before or after what it points at.
 */

interface FigureEntry {
  readonly name: string;
  readonly title: string;
}

/** The article's figures and citations, in reading order. */
export interface ArticleIndex {
  /** The first is Figure 1. */
  readonly figures: readonly FigureEntry[];
  /** Each cited key with the number of places that cite it, by first citation. */
  readonly citations: ReadonlyMap<string, number>;
}

/** Figures that live, and charts of what was measured. */
const FIGURE = /<(?:Figure|BatchSizes|EngineSpeeds|IdentitiesSeen)\s([^>]*)>/g;
const CITATION = /<Cite\s[^>]*?keys="([^"]*)"/g;

/** The keys in `<Cite keys="one, two" />`. */
export const splitKeys = (keys: string): string[] => keys.split(',').map((key) => key.trim());

const attribute = (tag: string, key: string): string | undefined =>
  new RegExp(`\\b${key}="([^"]*)"`).exec(tag)?.[1];

/** The figure that an opening tag with these attributes begins. Throws when it has no title. */
function figureOf(tag: string): FigureEntry {
  const [name = '', title] = [attribute(tag, 'name'), attribute(tag, 'title')];
  if (!title) throw new Error(`The figure "${name}" has no title for the list of figures.`);
  return { name, title };
}

/** Indexes the MDX of the chapters, in order. Throws when a figure stands in two places. */
export function indexArticle(chapters: readonly string[]): ArticleIndex {
  const source = chapters.join('\n');
  const figures = [...source.matchAll(FIGURE)].map(([, tag]) => figureOf(tag!));
  const names = figures.map(({ name }) => name);
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated !== undefined) throw new Error(`The figure "${repeated}" stands in two places.`);
  const citations = new Map<string, number>();
  for (const [, keys] of source.matchAll(CITATION))
    for (const key of splitKeys(keys!)) citations.set(key, (citations.get(key) ?? 0) + 1);
  return { figures, citations };
}

/** The number of a figure, from 1. Throws when no chapter has it. */
export function figureNumber({ figures }: ArticleIndex, name: string): number {
  const names = figures.map((figure) => figure.name);
  const at = names.indexOf(name);
  if (at < 0)
    throw new Error(`No chapter has a figure "${name}": there are ${names.join(', ') || 'none'}.`);
  return at + 1;
}
