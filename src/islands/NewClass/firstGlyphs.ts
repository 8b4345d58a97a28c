import { GLYPHS } from '#data/glyphs/kinds.ts';
import type { SignNetwork } from '#training/signs/signSources.ts';

/** A ready-made drawing, by its kind and by which example of it it is. */
export type Glyph = readonly [kind: number, example: number];

export const NETWORK_AT_FIRST: SignNetwork = 'glyphs';

/** Ready-made kinds, by their place among those that no network has seen. */
const readyKind = (place: number) => GLYPHS.ready.first + place;

/** Those that are known at first. */
const KNOWN = [10, 12, 19].map(readyKind);
const STRANGERS = [14, 9, 13].map(readyKind);
const EXAMPLES = 3;

/** The examples of each sign at first. */
export const FIRST_SIGNS: readonly (readonly Glyph[])[] = KNOWN.map((kind) =>
  Array.from({ length: EXAMPLES }, (_, example) => [kind, example]),
);

/** What is shown one after another, over and over: a known kind, then one that is not. */
export const SHOWN: readonly Glyph[] = KNOWN.flatMap((kind, k): Glyph[] => [
  [kind, 5],
  [STRANGERS[k]!, 4],
  [KNOWN[(k + 1) % KNOWN.length]!, 6],
]);

/** All that is there at first: the examples, sign after sign, and then what is shown. */
export const FIRST_GLYPHS: readonly Glyph[] = [...FIRST_SIGNS.flat(), SHOWN[0]!];
