import { describe, expect, test } from 'vitest';
import { GLYPH_SIDE, glyphRaster } from './glyph.ts';
import { drawByHand } from './hand.ts';
import { createRecipe } from './kind.ts';
import { drawGlyphs, GLYPHS } from './kinds.ts';

const KINDS = Array.from({ length: 40 }, (_, kind) => 7 * kind);

describe('a kind of glyph', () => {
  test('is one to four strokes, and all of these occur', () => {
    const counts = new Set(KINDS.map((kind) => createRecipe(kind).length));
    expect([...counts].toSorted()).toEqual([1, 2, 3, 4]);
  });

  test('is the same whenever it is asked for, and another for another number', () => {
    expect(createRecipe(5)).toEqual(createRecipe(5));
    expect(createRecipe(5)).not.toEqual(createRecipe(6));
  });
});

describe('an example of a kind', () => {
  test('has the strokes of its kind, and strays from them', () => {
    const recipe = createRecipe(3);
    const [one, other] = [drawByHand(recipe, 3, 0), drawByHand(recipe, 3, 1)];
    expect(one.strokes).toHaveLength(recipe.length);
    expect(one).not.toEqual(other);
    expect(drawByHand(recipe, 3, 0)).toEqual(one);
  });

  test('is an image as those of digits are: ink in the middle, thick as a pen', () => {
    for (const kind of KINDS) {
      const image = glyphRaster(kind, 1);
      expect(image).toHaveLength(GLYPH_SIDE ** 2);
      let [mass, x, y] = [0, 0, 0];
      image.forEach((ink, i) => {
        mass += ink;
        x += ink * ((i % GLYPH_SIDE) + 0.5);
        y += ink * (Math.floor(i / GLYPH_SIDE) + 0.5);
      });
      expect(Math.abs(x / mass - GLYPH_SIDE / 2)).toBeLessThan(1);
      expect(Math.abs(y / mass - GLYPH_SIDE / 2)).toBeLessThan(1);
      // A digit has ink on a tenth to a third of its pixels.
      const share = mass / 255 / GLYPH_SIDE ** 2;
      expect(share).toBeGreaterThan(0.04);
      expect(share).toBeLessThan(0.45);
    }
  });

  test('is nearer to others of its kind than to other kinds, as a rule', () => {
    const distance = (a: Uint8Array, b: Uint8Array) =>
      a.reduce((sum, ink, i) => sum + (ink - b[i]!) ** 2, 0);
    const nearer = KINDS.filter((kind, k) => {
      const [one, same] = [glyphRaster(kind, 0), glyphRaster(kind, 1)];
      const other = glyphRaster(KINDS[(k + 1) % KINDS.length]!, 0);
      return distance(one, same) < distance(one, other);
    });
    expect(nearer.length).toBeGreaterThan(0.8 * KINDS.length);
  });
});

test('no kind is in two collections', () => {
  const ends = Object.values(GLYPHS)
    .map(({ first, kinds }) => [first, first + kinds] as const)
    .toSorted((a, b) => a[0] - b[0]);
  ends.slice(1).forEach(([first], k) => {
    expect(first).toBeGreaterThanOrEqual(ends[k]![1]);
  });
});

test('a collection has its examples one after another, kind after kind', () => {
  const { images, labels } = drawGlyphs({ first: 10, kinds: 2, examples: 3 });
  expect([...labels]).toEqual([0, 0, 0, 1, 1, 1]);
  expect(images.subarray(4 * GLYPH_SIDE ** 2, 5 * GLYPH_SIDE ** 2)).toEqual(glyphRaster(11, 1));
});
