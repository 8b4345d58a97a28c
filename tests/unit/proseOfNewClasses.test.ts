/** What the section on classes of one's own says of its measurements holds of the committed files. */
import { describe, expect, test } from 'vitest';
import measured from '#bench/new-classes.json';
import { newClasses, refusalsOf, seedsOf } from '#components/newClasses.ts';
import { GLYPHS } from '#data/glyphs/kinds.ts';
import { proseOf } from '#support/chapterSources.ts';
import { DRAWS, MANY_WAYS, SHOTS, WAYS } from '../../scripts/signs/judge.ts';
import { SIGN_RUNS } from '../../scripts/signs/networks.ts';

const text = proseOf('beyond-pairs-and-triplets');
const SUPERVISED = ['triplet', 'triplet-all', 'triplet-mlp'];
const UNLABELLED = ['views', 'views-mlp'];

/** Every seed of some networks on the digits that none of them saw. */
const allOf = (ids: readonly string[], shots: number) =>
  ids.flatMap((id) => seedsOf(id, 'digits', shots));

describe('classes never seen', () => {
  test('were measured as the scripts say', () => {
    expect(measured).toMatchObject({
      shots: SHOTS,
      draws: DRAWS,
      ways: WAYS,
      manyWays: MANY_WAYS,
      trainedKinds: GLYPHS.training.kinds,
      testKinds: GLYPHS.test.kinds,
    });
    expect(measured.rows.map(({ id }) => id)).toEqual(['pixels', ...SIGN_RUNS.map(({ id }) => id)]);
  });

  test.each(SHOTS)(
    'are told apart worse by six labelled digits than by pixels: %i examples',
    (shots) => {
      const [pixels] = seedsOf('pixels', 'digits', shots);
      expect(Math.max(...allOf(SUPERVISED, shots))).toBeLessThan(pixels!);
    },
  );

  test.each(SHOTS)('are told apart better by them than before training: %i examples', (shots) => {
    const before = Math.max(...allOf(['untrained'], shots));
    expect(Math.min(...allOf(['triplet', 'triplet-all'], shots))).toBeGreaterThan(before);
  });

  test.each(SHOTS)('gain by distortions under labels, and more without: %i examples', (shots) => {
    const distorted = allOf(['triplet-mlp-distorted'], shots);
    expect(Math.min(...distorted)).toBeGreaterThan(Math.max(...allOf(['triplet-mlp'], shots)));
    expect(Math.max(...distorted)).toBeLessThan(Math.min(...allOf(['views-mlp'], shots)));
  });

  test.each(SHOTS)(
    'are told apart worse by the labels under the same loss: %i examples',
    (shots) => {
      const labelled = allOf(['labels-mlp'], shots);
      expect(Math.max(...labelled)).toBeLessThan(Math.min(...allOf(['views-mlp'], shots)));
    },
  );

  test.each(SHOTS)('are told apart better without labels than by pixels: %i examples', (shots) => {
    const [pixels] = seedsOf('pixels', 'digits', shots);
    expect(Math.min(...allOf(UNLABELLED, shots))).toBeGreaterThan(pixels!);
  });

  test.each(SHOTS)('are told apart best by many kinds of glyph: %i examples', (shots) => {
    const others = allOf([...UNLABELLED, ...SUPERVISED, 'untrained', 'pixels'], shots);
    expect(Math.min(...allOf(['glyphs'], shots))).toBeGreaterThan(Math.max(...others));
  });
});

test('the text has the figure’s numbers, not numbers of its own', () => {
  for (const name of [
    'pixels',
    'untrained',
    'triplet',
    'tripletMlp',
    'tripletMlpDistorted',
    'labelsMlp',
    'tripletAll',
    'views',
    'viewsMlp',
    'glyphs',
  ] as const)
    expect(text).toContain(`{newClasses.${name}.digits.one}`);
  expect(newClasses.pixels.digits.one).toMatch(/^0\.\d\d$/);
});

test('the network of many glyphs makes fewer errors of either kind than pixels', () => {
  const of = (network: 'pixels' | 'glyphs') =>
    Object.values(refusalsOf(network)).map((told) => Number.parseFloat(told));
  const [pixels, glyphs] = [of('pixels'), of('glyphs')];
  pixels.forEach((error, k) => {
    expect(glyphs[k]).toBeLessThan(error);
  });
});

test('only what was measured can be asked for', () => {
  expect(() => seedsOf('rotation', 'digits', 1)).toThrow('only pixels, untrained');
  expect(() => seedsOf('pixels', 'digits', 2)).toThrow('only 1, 3, 5');
});
