import { FIELD, normaliseDigit } from '../digits/drawing/normaliseDigit.ts';
import { rasterise } from '../digits/drawing/strokes.ts';
import { drawByHand } from './hand.ts';
import { createRecipe } from './kind.ts';

/** Side of a glyph's image, which is that of a digit's. */
export const GLYPH_SIDE = FIELD;
/** Of a drawing before it is scaled, in pixels: half as fine as a reader's, since glyphs come in thousands. */
const SIDE = 80;

/**
 * A numbered example of a numbered kind as the drawing pad would have it: 28 × 28 bytes from 0 (paper)
 * to 255 (ink), scaled and centred as MNIST's digits are.
 */
export function glyphRaster(kind: number, example: number): Uint8Array {
  const { strokes, pen } = drawByHand(createRecipe(kind), kind, example);
  return normaliseDigit(rasterise(strokes, { pen, side: SIDE })!)!;
}
