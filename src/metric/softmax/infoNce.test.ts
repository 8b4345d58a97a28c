import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largestDifference } from '#support/batches.ts';
import {
  cosineOf,
  dotOf,
  drawnRows,
  expectGradients,
  meanOf,
  rowsOf,
  turned,
} from '#support/views.ts';
import type { Embeddings } from '../embeddings.ts';
import { clip } from './clip.ts';
import { infoNce } from './infoNce.ts';
import { sigLip } from './sigLip.ts';

const [queries, keys] = [drawnRows(1, 4, 3), drawnRows(2, 4, 3)];
const [shared, ofEach] = [drawnRows(3, 5, 3), drawnRows(4, 8, 3)];
const temperature = 0.2;

/** −ln of the first's share among all. */
const costOf = (similarities: readonly number[]) => {
  const powers = similarities.map((value) => Math.exp(value / temperature));
  return -Math.log(powers[0]! / powers.reduce((sum, power) => sum + power, 0));
};

/** The keys and explicit negatives that a query meets, its own key first. */
const candidates = {
  none: (i: number) => [rowsOf(keys)[i]!, ...rowsOf(keys).filter((_, j) => j !== i)],
  shared: (i: number) => [rowsOf(keys)[i]!, ...rowsOf(shared)],
  'of each': (i: number) => [rowsOf(keys)[i]!, ...rowsOf(ofEach).slice(2 * i, 2 * i + 2)],
  added: (i: number) => [...candidates.none(i), ...rowsOf(shared)],
};

describe('InfoNCE', () => {
  test.each(['none', 'shared', 'of each', 'added'] as const)(
    'is −ln of the own key’s share among a query’s candidates (explicit negatives: %s)',
    (use) => {
      const rows = use === 'of each' ? ofEach : shared;
      for (const ofUnitRows of [true, false]) {
        const similarity = ofUnitRows ? cosineOf : dotOf;
        const sets = use === 'none' ? [queries, keys] : [queries, keys, rows];
        const of = ([q, k, n]: readonly Embeddings[]) =>
          infoNce(q!, k!, {
            temperature,
            ofUnitRows,
            ...(n && use !== 'none' && { negatives: { rows: n, use } }),
          });
        const found = of(sets);
        const expected = rowsOf(queries).map((query, i) =>
          costOf(candidates[use](i).map((key) => similarity(query, key))),
        );
        expect(largestDifference(found.perAnchor, expected)).toBeLessThan(1e-10);
        expect(found.loss).toBeCloseTo(meanOf(expected), 10);
        const { gradients } = found;
        const all = [gradients.queries, gradients.keys, gradients.negatives].filter(
          (each) => each !== undefined,
        );
        expectGradients(sets, all, (moved) => of(moved).loss);
      }
    },
  );

  test('is 0 for a single pair, and ln N where all are one', () => {
    const one = infoNce(drawnRows(1, 1, 3), drawnRows(2, 1, 3), { temperature });
    expect(one.loss).toBeCloseTo(0, 12);
    const point = { values: new Float64Array(12).fill(0.4), rows: 4, dims: 3 };
    for (const T of [0.05, 1]) {
      const found = infoNce(point, point, { temperature: T });
      expect(found.loss).toBeCloseTo(Math.log(4), 12);
      expect(Math.max(...found.gradients.queries.map(Math.abs))).toBeLessThan(1e-12);
    }
  });

  test('refuses what does not pair up', () => {
    expect(() => infoNce(queries, shared, { temperature })).toThrow('as many rows, not 4 and 5');
    expect(() =>
      infoNce(queries, keys, { temperature, negatives: { rows: shared, use: 'of each' } }),
    ).toThrow('for each of 4 queries are a multiple of them, not 5');
    expect(() => infoNce(queries, keys, { temperature: 0 })).toThrow('a temperature must be');
  });
});

/** ∂/∂x by finite differences. */
const slopeOf = (f: (x: number) => number, x: number) => (f(x + 1e-5) - f(x - 1e-5)) / 2e-5;

describe('CLIP’s loss', () => {
  test('is the mean of InfoNCE there and back, at temperature 1/scale', () => {
    const found = clip(queries, keys, { logitScale: 5 });
    const there = infoNce(queries, keys, { temperature: 0.2 }).loss;
    const back = infoNce(keys, queries, { temperature: 0.2 }).loss;
    expect(found.loss).toBeCloseTo((there + back) / 2, 12);
    expect(found.directions.map(({ loss }) => loss)).toEqual([
      expect.closeTo(there, 12),
      expect.closeTo(back, 12),
    ]);
  });

  test.each([true, false])(
    'has the gradients of finite differences (unit rows: %s)',
    (ofUnitRows) => {
      const of = ([a, b]: readonly Embeddings[], logitScale = 5) =>
        clip(a!, b!, { logitScale, ofUnitRows });
      const found = of([queries, keys]);
      expectGradients([queries, keys], found.gradients, (moved) => of(moved).loss);
      const byScale = slopeOf((scale) => of([queries, keys], scale).loss, 5);
      expect(found.logitScaleGradient).toBeCloseTo(byScale, 7);
    },
  );
});

describe('SigLIP’s loss', () => {
  test('is a logistic loss of each of the N² combinations, over N', () => {
    const found = sigLip(queries, keys, { logitScale: 4, logitBias: -2 });
    const terms = rowsOf(queries).flatMap((query, i) =>
      rowsOf(keys).map((key, j) => {
        const logit = 4 * cosineOf(query, key) - 2;
        return Math.log(1 + Math.exp(i === j ? -logit : logit));
      }),
    );
    expect(found.loss).toBeCloseTo(terms.reduce((sum, term) => sum + term, 0) / 4, 12);
  });

  test('has the gradients of finite differences, scale and bias included', () => {
    const of = ([a, b]: readonly Embeddings[], logitScale = 4, logitBias = -2) =>
      sigLip(a!, b!, { logitScale, logitBias });
    const found = of([queries, keys]);
    expectGradients([queries, keys], found.gradients, (moved) => of(moved).loss);
    const sets = [queries, keys];
    expect(found.logitScaleGradient).toBeCloseTo(
      slopeOf((scale) => of(sets, scale).loss, 4),
      7,
    );
    expect(found.logitBiasGradient).toBeCloseTo(
      slopeOf((bias) => of(sets, 4, bias).loss, -2),
      7,
    );
  });

  test('stays finite at any scale', () => {
    const found = sigLip(queries, keys, { logitScale: 1e6, logitBias: -1e4 });
    expect(Number.isFinite(found.loss)).toBe(true);
    expect(found.gradients.every((gradient) => gradient.every(Number.isFinite))).toBe(true);
  });
});

describe('losses of pairs', () => {
  const losses = {
    infoNce: (a: Embeddings, b: Embeddings) => infoNce(a, b, { temperature }).loss,
    clip: (a: Embeddings, b: Embeddings) => clip(a, b, { logitScale: 5 }).loss,
    sigLip: (a: Embeddings, b: Embeddings) => sigLip(a, b, { logitScale: 5, logitBias: -1 }).loss,
  };

  test.each(Object.entries(losses))(
    '%s does not feel turns, or the order of the pairs',
    (_, lossOf) => {
      fc.assert(
        fc.property(fc.double({ min: -4, max: 4, noNaN: true }), (angle) => {
          const loss = lossOf(queries, keys);
          expect(lossOf(turned(queries, angle), turned(keys, angle))).toBeCloseTo(loss, 9);
          const reversed = (given: Embeddings) => ({
            ...given,
            values: Float64Array.from(rowsOf(given).reverse().flat()),
          });
          expect(lossOf(reversed(queries), reversed(keys))).toBeCloseTo(loss, 9);
        }),
      );
    },
  );
});
