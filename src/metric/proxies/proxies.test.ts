import { describe, expect, test } from 'vitest';
import { finiteDifferences, largestDifference } from '#support/batches.ts';
import type { Embeddings } from '../embeddings.ts';
import { createRandom, normal } from '../random.ts';
import { type ClassLosses, classSoftmax, type OwnedSamples } from './classSoftmax.ts';
import { crossEntropy } from './crossEntropy.ts';
import { type BeyondPi, furtherAngle, lessCosine } from './ownLogit.ts';
import { proxyAnchor } from './proxyAnchor.ts';
import { proxyNca } from './proxyNca.ts';

const random = createRandom(5);
const drawn = (rows: number, dims: number, size = 1): Embeddings => ({
  values: Float64Array.from({ length: rows * dims }, () => size * normal(random)),
  rows,
  dims,
});
const samples: OwnedSamples = { ...drawn(5, 3), own: [0, 2, 2, 1, 0] };
// One class without a sample.
const vectors = drawn(4, 3);

type Found = Pick<ClassLosses, 'gradient' | 'vectorGradient'> & { readonly sum: number };
type Evaluate = (samples: OwnedSamples, vectors: Embeddings) => Found;

const summed = (found: ClassLosses): Found => ({
  ...found,
  sum: found.losses.reduce((sum, loss) => sum + loss, 0),
});

const evaluations: readonly (readonly [string, Evaluate])[] = [
  ['normalised softmax', (x, w) => summed(classSoftmax(x, w, { scale: 7 }))],
  ['samples as they are', (x, w) => summed(classSoftmax(x, w, { scale: 2, unitSamples: false }))],
  ['CosFace', (x, w) => summed(classSoftmax(x, w, { scale: 9, ownCosine: lessCosine(0.35) }))],
  ...(['fallback', 'easy'] as const).map(
    (beyond) =>
      [
        `ArcFace, ${beyond}`,
        (x: OwnedSamples, w: Embeddings) =>
          summed(classSoftmax(x, w, { scale: 9, ownCosine: furtherAngle(0.8, beyond) })),
      ] as const,
  ),
  ['proxy-NCA', (x, w) => summed(proxyNca(x, w, { scale: 3 }))],
  ['proxy-NCA, raw', (x, w) => summed(proxyNca(x, w, { scale: 0.7, unit: false }))],
  [
    'proxy-NCA, smoothed',
    (x, w) => summed(proxyNca(x, w, { scalingX: 1.5, scalingP: 3, labelSmoothing: 0.1 })),
  ],
  [
    'proxy-anchor',
    (x, w) => {
      const found = proxyAnchor(x, w, { margin: 0.1, alpha: 8 });
      return { ...found, sum: found.loss };
    },
  ],
];

describe.each(evaluations)('%s', (_, evaluate) => {
  test('has the gradients of finite differences, at samples and at class vectors', () => {
    const { gradient, vectorGradient } = evaluate(samples, vectors);
    const atSamples = finiteDifferences(
      Float64Array.from(samples.values),
      (values) => evaluate({ ...samples, values }, vectors).sum,
    );
    const atVectors = finiteDifferences(
      Float64Array.from(vectors.values),
      (values) => evaluate(samples, { ...vectors, values }).sum,
    );
    expect(largestDifference(gradient, atSamples)).toBeLessThan(1e-6);
    expect(largestDifference(vectorGradient, atVectors)).toBeLessThan(1e-6);
  });

  test.each([1e-6, 1, 1e4])('is finite for rows of size %s', (size) => {
    const found = evaluate({ ...samples, ...drawn(5, 3, size) }, drawn(4, 3, size));
    expect(Number.isFinite(found.sum)).toBe(true);
    expect([...found.gradient, ...found.vectorGradient].every(Number.isFinite)).toBe(true);
  });

  test('refuses a sample whose class has no vector', () => {
    expect(() => evaluate({ ...samples, own: [0, 1, 2, 3, 4] }, vectors)).toThrow(
      'class 4 has no vector: there are 4, from 0',
    );
    expect(() => evaluate({ ...samples, own: [0] }, vectors)).toThrow('need as many classes');
  });

  test('of no sample is 0', () => {
    const none = { values: new Float64Array(0), rows: 0, dims: 3, own: [] };
    const { sum, vectorGradient } = evaluate(none, vectors);
    expect(sum).toBe(0);
    expect(vectorGradient.every((value) => value === 0)).toBe(true);
  });
});

describe('a softmax over class vectors', () => {
  const losses = (options: Parameters<typeof classSoftmax>[2]) => [
    ...classSoftmax(samples, vectors, options).losses,
  ];

  test('without a margin is that of a margin of 0, and that of proxy-NCA at half the scale', () => {
    const plain = losses({ scale: 6 });
    for (const ownCosine of [lessCosine(0), furtherAngle(0), furtherAngle(0, 'straight')])
      losses({ scale: 6, ownCosine }).forEach((loss, i) => {
        expect(loss).toBeCloseTo(plain[i]!, 9);
      });
    [...proxyNca(samples, vectors, { scale: 3 }).losses].forEach((loss, i) => {
      expect(loss).toBeCloseTo(plain[i]!, 9);
    });
  });

  test('proxy-NCA scaled on both sides is that of the product of the scales', () => {
    const once = proxyNca(samples, vectors, { scale: 6 }).losses;
    const twice = proxyNca(samples, vectors, { scalingX: 2, scalingP: 3 }).losses;
    twice.forEach((loss, i) => {
      expect(loss).toBeCloseTo(once[i]!, 9);
    });
  });

  test('costs ln C where all are one direction, and with a margin that much more', () => {
    const one = { values: new Float64Array(12).fill(0.3), rows: 4, dims: 3 };
    const at = (options: Parameters<typeof classSoftmax>[2]) =>
      classSoftmax({ ...one, own: [0, 1, 2, 3] }, one, options).losses[0]!;
    expect(at({ scale: 30 })).toBeCloseTo(Math.log(4), 12);
    expect(at({ scale: 10, ownCosine: lessCosine(0.3) })).toBeCloseTo(
      Math.log(1 + 3 * Math.exp(3)),
      9,
    );
    expect(at({ scale: 10, ownCosine: furtherAngle(0.5) })).toBeCloseTo(
      Math.log(1 + 3 * Math.exp(10 * (1 - Math.cos(0.5)))),
      6,
    );
  });

  test('never costs less than the scale allows: ln(1 + (C − 1) e^(−sC/(C − 1)))', () => {
    // The vectors of three classes on the plane, as far apart as they can be, each on its samples.
    const turns = [0, 1, 2].flatMap((k) => [
      Math.cos((k * 2 * Math.PI) / 3),
      Math.sin((k * 2 * Math.PI) / 3),
    ]);
    const apart = { values: Float64Array.from(turns), rows: 3, dims: 2 };
    const { losses: found } = classSoftmax({ ...apart, own: [0, 1, 2] }, apart, { scale: 1 });
    for (const loss of found) expect(loss).toBeCloseTo(Math.log(1 + 2 * Math.exp(-1.5)), 12);
  });

  test('the straight variant has the value of cos(θ + m) and the slope of no margin', () => {
    const own = furtherAngle(0.5, 'straight')(Math.cos(3));
    expect(own.value).toBeCloseTo(Math.cos(3.5), 12);
    expect(own.slope).toBe(1);
  });

  test('may take a share as no smaller than a number, for the loss and not for the gradient', () => {
    const far = { values: Float64Array.of(-1, 0), rows: 1, dims: 2, own: [0] };
    const pair = { values: Float64Array.of(1, 0, -1, 0), rows: 2, dims: 2 };
    const at = (smallestShare?: number) =>
      classSoftmax(far, pair, { scale: 64, ...(smallestShare && { smallestShare }) });
    expect(at().losses[0]).toBeCloseTo(128, 9);
    expect(at(1e-30).losses[0]).toBeCloseTo(69.0776, 3);
    expect(at(1e-30).vectorGradient).toEqual(at().vectorGradient);
  });

  test('refuses a scale that is not above 0, and an unknown way beyond π', () => {
    expect(() => losses({ scale: 0 })).toThrow('a scale must be a finite number above 0, not 0');
    expect(() => proxyNca(samples, vectors, { scale: Number.NaN })).toThrow('not NaN');
    expect(() => proxyNca(samples, vectors, { labelSmoothing: 1 })).toThrow('below 1, not 1');
    expect(() => proxyNca(samples, drawn(4, 2), {})).toThrow('not 3 and 2');
    expect(() => proxyAnchor(samples, vectors, { alpha: 0 })).toThrow('alpha must be');
    expect(() => furtherAngle(0.5, 'round' as BeyondPi)).toThrow('unknown way beyond π "round"');
  });
});

describe('the angular margin', () => {
  test('goes on falling beyond π − m with the fallback, by a jump', () => {
    const own = furtherAngle(0.5);
    const before = own(Math.cos(Math.PI - 0.5 - 1e-6)).value;
    const after = own(Math.cos(Math.PI - 0.5 + 1e-6)).value;
    expect(before).toBeCloseTo(-1, 5);
    expect(after).toBeCloseTo(-Math.cos(0.5) - 0.5 * Math.sin(0.5), 5);
    expect(own(Math.cos(Math.PI)).value).toBeLessThan(after);
  });

  test('has a finite slope on the class vector itself and opposite to it', () => {
    for (const beyond of ['fallback', 'easy', 'straight'] as const)
      for (const cosine of [1, -1, 1 + 1e-15])
        expect(Number.isFinite(furtherAngle(0.5, beyond)(cosine).slope)).toBe(true);
  });
});

describe('cross-entropy', () => {
  test('keeps the digits of a small loss, and overflows nowhere', () => {
    const { losses, slopes } = crossEntropy(Float64Array.of(60, 0, 1e5, 0), [0, 1]);
    expect(losses[0]! / Math.exp(-60)).toBeCloseTo(1, 9);
    expect(slopes[0]! / -Math.exp(-60)).toBeCloseTo(1, 9);
    expect(losses[1]).toBe(1e5);
  });

  test('of a single class is 0, smoothed or not', () => {
    expect(crossEntropy(Float64Array.of(3), [0]).losses[0]).toBe(0);
    expect(crossEntropy(Float64Array.of(3), [0]).slopes[0]).toBe(-0);
    expect(crossEntropy(Float64Array.of(3), [0], 0.1).losses[0]).toBe(0);
  });
});
