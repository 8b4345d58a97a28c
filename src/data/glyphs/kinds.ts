import { GLYPH_SIDE, glyphRaster } from './glyph.ts';

/** Numbered kinds of glyph of which there are so many examples each. */
interface Kinds {
  /** The number of the first of them. */
  readonly first: number;
  readonly kinds: number;
  readonly examples: number;
}

/**
 * No kind is in two of these. A network is trained on one, thresholds are chosen on another, both are
 * judged on a third, and the last is what the figure has ready.
 */
export const GLYPHS = {
  training: { first: 0, kinds: 1000, examples: 20 },
  calibration: { first: 1_000_000, kinds: 100, examples: 20 },
  test: { first: 2_000_000, kinds: 200, examples: 20 },
  ready: { first: 3_000_000, kinds: 24, examples: 8 },
} as const satisfies Readonly<Record<string, Kinds>>;

/** All glyphs of one of these: images one after another, and the number of each one's kind from 0. */
export function drawGlyphs({ first, kinds, examples }: Kinds) {
  const size = GLYPH_SIDE ** 2;
  const images = new Uint8Array(kinds * examples * size);
  const labels = Int32Array.from({ length: kinds * examples }, (_, i) => Math.floor(i / examples));
  labels.forEach((kind, i) => {
    images.set(glyphRaster(first + kind, i % examples), i * size);
  });
  return { images, labels };
}
