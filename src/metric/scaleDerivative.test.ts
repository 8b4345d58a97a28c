import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyBatch, computeLoss, pkLabels, randomBatch, withValues } from '#support/batches.ts';
import { everyMiner } from '#support/everyMiner.ts';
import { mineTriplets } from './mineTriplets.ts';
import { createRandom } from './random.ts';
import { scaleDerivative, scaleVote } from './scaleDerivative.ts';
import { tripletLoss } from './tripletLoss.ts';

const distances = ['squared', 'plain'] as const;

describe('the scale needle', () => {
  test.each(distances)(
    'is the derivative of the loss as the cloud grows, %s distances',
    (distance) => {
      const batch = randomBatch(5, pkLabels(4, 5), 2);
      const config = { distance, reducer: 'sum' } as const;
      const { values } = batch.embeddings;
      const scaled = (s: number) =>
        computeLoss(
          withValues(
            batch,
            Float64Array.from(values, (value) => s * value),
          ),
          config,
        ).loss;
      const numeric = (scaled(1 + 1e-6) - scaled(1 - 1e-6)) / 2e-6;
      const analytic = scaleDerivative(batch.embeddings, computeLoss(batch, config).gradient);
      expect(analytic).toBeCloseTo(numeric, 4);
    },
  );

  test.each(distances)(
    'is the sum of the votes of the selected triplets, %s distances',
    (distance) => {
      const batch = randomBatch(6, pkLabels(4, 5), 2);
      for (const [, miner] of everyMiner) {
        const { gradient } = computeLoss(batch, { distance, miner, reducer: 'sum' });
        const triplets = mineTriplets(
          { miner, distance, margin: 0.5, normalise: false },
          batch.embeddings,
          batch.labels,
          createRandom(7),
        );
        const point = (row: number) => batch.embeddings.values.subarray(2 * row, 2 * row + 2);
        let votes = 0;
        for (let t = 0; t < triplets.length; t += 3)
          votes += scaleVote(
            tripletLoss(point(triplets[t]!), point(triplets[t + 1]!), point(triplets[t + 2]!), {
              margin: 0.5,
              squared: distance === 'squared',
            }),
            distance === 'squared',
          );
        expect(scaleDerivative(batch.embeddings, gradient)).toBeCloseTo(votes, 9);
      }
    },
  );

  test('points to shrinking for hard triplets and to expanding for semi-hard ones, always', () => {
    fc.assert(
      fc.property(anyBatch, fc.constantFrom(...distances), (batch, distance) => {
        const needle = (miner: 'hard' | 'semi-hard') =>
          scaleDerivative(batch.embeddings, computeLoss(batch, { miner, distance }).gradient);
        expect(needle('hard')).toBeGreaterThanOrEqual(-1e-12);
        expect(needle('semi-hard')).toBeLessThanOrEqual(1e-12);
      }),
    );
  });

  test('needs a gradient value for every embedding value', () => {
    const { embeddings } = randomBatch(5, [0, 0], 2);
    expect(() => scaleDerivative(embeddings, new Float64Array(3))).toThrow(
      '4 embedding values need as many gradient values, not 3',
    );
  });

  test('a triplet votes with twice its excess under squared distances, and not at all at its kink', () => {
    expect(scaleVote({ hinge: 0.5, dAP: 3, dAN: 2 }, true)).toBe(2);
    expect(scaleVote({ hinge: 0.5, dAP: 3, dAN: 2 }, false)).toBe(1);
    expect(scaleVote({ hinge: 0, dAP: 2, dAN: 3 }, false)).toBe(0);
  });
});
