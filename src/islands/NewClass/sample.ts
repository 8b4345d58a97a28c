import { normaliseDigit } from '#data/digits/drawing/normaliseDigit.ts';
import { rasterise, type Stroke } from '#data/digits/drawing/strokes.ts';
import { glyphRaster } from '#data/glyphs/glyph.ts';
import { drawByHand } from '#data/glyphs/hand.ts';
import { createRecipe } from '#data/glyphs/kind.ts';
import { once } from '#training/once.ts';
import type { Glyph } from './firstGlyphs.ts';

/** What was drawn, and what the networks see of it: 28 × 28 bytes, 0 (paper) to 255 (ink). */
export interface Sample {
  /** Missing of held-out digits, of which there are only pixels. */
  readonly strokes?: readonly Stroke[];
  /** Width of the pen as a share of the drawing's longer side. */
  readonly pen: number;
  readonly pixels: () => Uint8Array;
}

/** As wide as the drawing pad has it. */
const PEN = 0.13;

/** What a reader has drawn; undefined without any ink. */
export function drawnSample(strokes: readonly Stroke[]): Sample | undefined {
  const ink = rasterise(strokes);
  const pixels = ink && normaliseDigit(ink);
  return pixels && { strokes, pen: PEN, pixels: () => pixels };
}

/** A ready-made drawing. */
export function glyphSample([kind, example]: Glyph): Sample {
  const { strokes, pen } = drawByHand(createRecipe(kind), kind, example);
  return { strokes, pen, pixels: once(() => glyphRaster(kind, example)) };
}

export const digitSample = (pixels: Uint8Array): Sample => ({ pen: PEN, pixels: () => pixels });

/** A drawing as an SVG path, with the square around it and the width of the pen in its units. */
export function pathOf({ strokes = [], pen }: Sample) {
  const points = strokes.flat();
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  // A dot has no extent.
  const side = Math.max(right - left, bottom - top) || 1;
  const room = side * (1 + 2 * pen);
  const number = (value: number) => Number(((100 * value) / room).toFixed(1));
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  const place = ({ x, y }: { readonly x: number; readonly y: number }) =>
    `${number(x - middleX)},${number(y - middleY)}`;
  const d = strokes
    .map((stroke) => `M${stroke.map(place).join('L')}${stroke.length === 1 ? 'h0' : ''}`)
    .join('');
  return { d, width: number(pen * side), viewBox: '-50 -50 100 100' };
}
