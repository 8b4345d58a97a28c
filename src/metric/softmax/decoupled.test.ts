import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finiteDifferences, largestDifference } from '#support/batches.ts';
import { cosineOf, drawnRows, expectGradients, meanOf, rowsOf, turned } from '#support/views.ts';
import type { Embeddings } from '../embeddings.ts';
import { debiased } from './debiased.ts';
import { decoupled } from './decoupled.ts';
import { ntXentOfViews } from './supCon.ts';

const N = 4;
const [one, other] = [drawnRows(1, N, 3), drawnRows(2, N, 3)];
const temperature = 0.4;

/** For each row of both views: e^(s/T) of its positive, and of its negatives. */
const powersOf = (views: readonly Embeddings[] = [one, other]) => {
  const rows = views.flatMap(rowsOf);
  const power = (i: number, j: number) => Math.exp(cosineOf(rows[i]!, rows[j]!) / temperature);
  return rows.map((_, i) => ({
    positive: power(i, (i + N) % (2 * N)),
    negatives: [...rows.keys()].filter((j) => j % N !== i % N).map((j) => power(i, j)),
  }));
};

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('the decoupled loss', () => {
  test('is NT-Xent without the positive in the denominator', () => {
    const expected = powersOf().map(
      ({ positive, negatives }) => -Math.log(positive / sumOf(negatives)),
    );
    const found = decoupled(one, other, { temperature });
    expect(largestDifference(found.perAnchor, expected)).toBeLessThan(1e-10);
    expect(found.loss).toBeCloseTo(meanOf(expected), 10);
    expect(found.loss).toBeLessThan(ntXentOfViews(one, other, { temperature }).loss);
    expectGradients(
      [one, other],
      found.gradients,
      ([a, b]) => decoupled(a!, b!, { temperature }).loss,
    );
  });

  test('weighs each positive with sigma, as a constant of the gradient', () => {
    const sigma = 0.5;
    const cosines = rowsOf(one).map((row, i) => cosineOf(row, rowsOf(other)[i]!));
    const powers = cosines.map((cosine) => Math.exp(cosine / sigma));
    const weights = powers.map((power) => 2 - (N * power) / sumOf(powers));
    const lossOf = (views: readonly Embeddings[]) =>
      meanOf(
        powersOf(views).map(
          ({ positive, negatives }, i) =>
            Math.log(sumOf(negatives)) - weights[i % N]! * Math.log(positive),
        ),
      );
    const found = decoupled(one, other, { temperature, sigma });
    expect(found.loss).toBeCloseTo(lossOf([one, other]), 10);
    expectGradients([one, other], found.gradients, lossOf);
  });

  test('of a single sample has no lower bound; rests at ln(2N − 2) where all are one', () => {
    const single = decoupled(drawnRows(1, 1, 3), drawnRows(2, 1, 3), { temperature });
    expect(single.loss).toBe(Number.NEGATIVE_INFINITY);
    const point = { values: new Float64Array(3 * N).fill(0.4), rows: N, dims: 3 };
    expect(decoupled(point, point, { temperature }).loss).toBeCloseTo(Math.log(2 * N - 2), 12);
  });
});

describe('the debiased loss', () => {
  const written = ({ tauPlus, beta }: { tauPlus: number; beta: number }) =>
    powersOf().map(({ positive, negatives }) => {
      const weights = negatives.map((power) => power ** beta);
      const all = sumOf(negatives.map((power, k) => (power * weights[k]!) / meanOf(weights)));
      const count = negatives.length;
      const left = Math.max(
        (all - tauPlus * count * positive) / (1 - tauPlus),
        count * Math.exp(-1 / temperature),
      );
      return -Math.log(positive / (positive + left));
    });

  test.each([
    { tauPlus: 0, beta: 0 },
    { tauPlus: 0.1, beta: 0 },
    { tauPlus: 0.1, beta: 1 },
    { tauPlus: 0.3, beta: 0.5 },
    // So many false negatives that only the floor is left.
    { tauPlus: 0.9, beta: 0 },
  ])('is what its formula says, and its gradient that of finite differences (%o)', (how) => {
    const found = debiased(one, other, { temperature, ...how });
    expect(largestDifference(found.perAnchor, written(how))).toBeLessThan(1e-10);
    expectGradients(
      [one, other],
      found.gradients,
      ([a, b]) => debiased(a!, b!, { temperature, ...how }).loss,
    );
  });

  test('without bias or hardness is NT-Xent', () => {
    const found = debiased(one, other, { temperature, tauPlus: 0 });
    expect(found.loss).toBeCloseTo(ntXentOfViews(one, other, { temperature }).loss, 12);
  });

  test('rests at ln(2N − 1) where all are one, whatever the share of positives', () => {
    const point = { values: new Float64Array(3 * N).fill(0.4), rows: N, dims: 3 };
    for (const tauPlus of [0, 0.1, 0.5]) {
      const found = debiased(point, point, { temperature, tauPlus });
      expect(found.loss).toBeCloseTo(Math.log(2 * N - 1), 10);
    }
  });

  test('of a single sample is 0; refuses a share that is none', () => {
    const single = debiased(drawnRows(1, 1, 3), drawnRows(2, 1, 3), { temperature, tauPlus: 0.1 });
    expect(single.loss).toBe(0);
    expect(() => debiased(one, other, { temperature, tauPlus: 1 })).toThrow(
      'tauPlus is a share from 0 to below 1, not 1',
    );
  });
});

describe('losses of two views', () => {
  const losses = {
    ntXent: (a: Embeddings, b: Embeddings, T = temperature) =>
      ntXentOfViews(a, b, { temperature: T }),
    decoupled: (a: Embeddings, b: Embeddings, T = temperature) =>
      decoupled(a, b, { temperature: T }),
    weighted: (a: Embeddings, b: Embeddings, T = temperature) =>
      decoupled(a, b, { temperature: T, sigma: 0.5 }),
    debiased: (a: Embeddings, b: Embeddings, T = temperature) =>
      debiased(a, b, { temperature: T, tauPlus: 0.1, beta: 1 }),
  };

  test.each(Object.entries(losses))(
    '%s does not feel turns, nor which view is the first, nor the lengths of rows',
    (_, lossOf) => {
      const { loss } = lossOf(one, other);
      const doubled = { ...one, values: one.values.map((value) => 2 * value) as Float64Array };
      for (const [a, b] of [
        [turned(one, 1), turned(other, 1)],
        [other, one],
        [doubled, other],
      ] as const)
        expect(lossOf(a, b).loss).toBeCloseTo(loss, 10);
    },
  );

  test.each(Object.entries(losses))('%s stays finite at any size and temperature', (_, lossOf) => {
    const size = fc.constantFrom(1e-6, 1, 1e4);
    const T = fc.double({ min: 0.01, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.integer(), size, T, (seed, times, heat) => {
        const found = lossOf(drawnRows(seed, 3, 2, times), drawnRows(seed + 1, 3, 2, times), heat);
        expect(Number.isFinite(found.loss)).toBe(true);
        for (const gradient of found.gradients) expect(gradient.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  test.each(Object.entries(losses))(
    '%s has the slopes of finite differences in its scale',
    (_, lossOf) => {
      const [numeric] = finiteDifferences(
        Float64Array.of(2),
        (scale) => lossOf(one, other, 1 / scale[0]!).loss,
      );
      expect(lossOf(one, other, 1 / 2).scaleSlope).toBeCloseTo(numeric!, 7);
    },
  );
});
