import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finiteDifferences, largestDifference } from '#support/batches.ts';
import { marginTerm, softplus } from '../margin.ts';
import { anchorSoftmax, type Candidates, type SoftmaxForm, SUP_CON } from './anchorSoftmax.ts';

const FORMS = (['outside', 'inside'] as const).flatMap((mean) =>
  (['all', 'own', 'none'] as const).map((denominator) => ({ mean, denominator })),
);

const anchor = fc
  .record({
    positives: fc.integer({ min: 1, max: 4 }),
    negatives: fc.integer({ min: 1, max: 6 }),
  })
  .chain(({ positives, negatives }) =>
    fc
      .array(fc.double({ min: -3, max: 3, noNaN: true }), {
        minLength: positives + negatives,
        maxLength: positives + negatives,
      })
      .map((logits) => ({
        logits: Float64Array.from(logits),
        candidates: {
          positives: Array.from({ length: positives }, (_, k) => k),
          negatives: Array.from({ length: negatives }, (_, k) => positives + k),
        },
      })),
  );

const of = (logits: ArrayLike<number>, candidates: Candidates, form: SoftmaxForm = SUP_CON) => {
  const slopes = new Float64Array(logits.length);
  return { ...anchorSoftmax(logits, candidates, form, slopes), slopes };
};

/** As written down: exponentials, and their sums. */
function written(
  logits: Float64Array,
  { positives, negatives }: { positives: number[]; negatives: number[] },
  { mean, denominator }: SoftmaxForm,
): number {
  const sum = (places: number[]) =>
    places.reduce((all, place) => all + Math.exp(logits[place]!), 0);
  const besides = { all: () => sum(positives), own: (p: number) => sum([p]), none: () => 0 };
  const shares = positives.map(
    (p) => Math.exp(logits[p]!) / (sum(negatives) + besides[denominator](p)),
  );
  const average = (values: number[]) =>
    values.reduce((all, value) => all + value, 0) / values.length;
  return mean === 'inside' ? -Math.log(average(shares)) : -average(shares.map(Math.log));
}

describe('the softmax of an anchor', () => {
  test.each(FORMS)('is what its formula says ($mean, $denominator)', (form) => {
    fc.assert(
      fc.property(anchor, ({ logits, candidates }) => {
        const found = of(logits, candidates, form);
        expect(found.loss).toBeCloseTo(written(logits, candidates, form), 9);
        const numeric = finiteDifferences(logits, (moved) => of(moved, candidates, form).loss);
        expect(largestDifference(found.slopes, numeric)).toBeLessThan(1e-6);
        expect(found.pulls.reduce((sum, pull) => sum + pull, 0)).toBeCloseTo(1, 12);
        // What pulls and what pushes balance: to move all logits alike changes nothing.
        expect(found.slopes.reduce((sum, slope) => sum + slope, 0)).toBeCloseTo(0, 12);
      }),
    );
  });

  test('with one negative and one positive is the soft margin of their difference', () => {
    const term = marginTerm('soft');
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (excess) => {
        const found = of([0, excess], { positives: [0], negatives: [1] });
        expect(found.loss).toBeCloseTo(term.loss(excess), 12);
        expect(found.slopes[1]).toBeCloseTo(term.slope(excess), 12);
      }),
    );
  });

  test('cold pulls and pushes as the triplet with the hardest negative, hot as all alike', () => {
    const similarities = [0.2, 0.5, 0.9, 0.1];
    const candidates = { positives: [0], negatives: [1, 2, 3] };
    const at = (temperature: number) => {
      const { slopes, loss } = of(
        similarities.map((value) => value / temperature),
        candidates,
      );
      // The gradient of T · loss with respect to the similarities.
      return { slopes: [...slopes], loss: temperature * loss };
    };
    const cold = at(0.002);
    expect(cold.loss).toBeCloseTo(0.9 - 0.2, 9);
    [-1, 0, 1, 0].forEach((slope, k) => {
      expect(cold.slopes[k]).toBeCloseTo(slope, 9);
    });
    [-0.75, 0.25, 0.25, 0.25].forEach((slope, k) => {
      expect(at(1e6).slopes[k]).toBeCloseTo(slope, 5);
    });
  });

  test.each(FORMS)('stays finite at any size of its logits ($mean, $denominator)', (form) => {
    const size = fc.constantFrom(1e-12, 1e-6, 1, 1e4, 1e8, 1e12);
    fc.assert(
      fc.property(anchor, size, ({ logits, candidates }, times) => {
        const found = of(
          logits.map((logit) => logit * times),
          candidates,
          form,
        );
        expect(Number.isFinite(found.loss)).toBe(true);
        expect(found.slopes.every((slope) => Math.abs(slope) <= 2)).toBe(true);
      }),
    );
  });

  test('keeps the digits of a loss that is tiny', () => {
    const found = of([60, 0], { positives: [0], negatives: [1] });
    expect(found.loss / softplus(-60)).toBeCloseTo(1, 12);
    expect(found.slopes[0]! / -Math.exp(-60)).toBeCloseTo(1, 12);
  });

  test('without a positive is 0; decoupled without a negative it has no lower bound', () => {
    expect(of([1, 2], { positives: [], negatives: [0, 1] })).toMatchObject({ loss: 0 });
    expect(of([1], { positives: [0], negatives: [] }).loss).toBeCloseTo(0, 12);
    const form = { mean: 'outside', denominator: 'none' } as const;
    expect(of([1], { positives: [0], negatives: [] }, form).loss).toBe(Number.NEGATIVE_INFINITY);
  });
});
