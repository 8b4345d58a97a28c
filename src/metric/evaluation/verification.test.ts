import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { bootstrapIntervals } from './bootstrap.ts';
import { detCurve, probit } from './detCurve.ts';
import { equalErrorRate } from './equalErrorRate.ts';
import { equalErrorThreshold, errorRates } from './errorRates.ts';
import { falsePositiveIdentification } from './falsePositiveIdentification.ts';
import { rocCurve, tarAtFar } from './roc.ts';

const anyPairs = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.boolean()), { minLength: 2, maxLength: 40 })
  .filter((list) => list.some(([, same]) => same) && list.some(([, same]) => !same))
  .map((list) => ({ distances: list.map(([d]) => d), same: list.map(([, same]) => same) }));
const rocOf = ({ distances, same }: { distances: number[]; same: boolean[] }) =>
  rocCurve(
    distances.map((distance) => -distance),
    same,
  );

describe('error rates at a threshold', () => {
  test('count what is accepted at it and rejected beyond it', () => {
    const rates = errorRates(
      { distances: [0.1, 0.5, 0.9, 0.4, 0.5, 0.8], same: [true, true, true, false, false, false] },
      0.5,
    );
    expect(rates).toEqual({
      far: 2 / 3,
      frr: 1 / 3,
      falseAccepts: 2,
      falseRejects: 1,
      genuine: 3,
      impostor: 3,
    });
  });

  test('are the points of the ROC curve, and of the DET curve', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const curve = rocOf(pairs);
        const det = detCurve(curve);
        for (let i = 1; i < curve.far.length; i++) {
          const { far, frr } = errorRates(pairs, -curve.thresholds[i]!);
          expect(far).toBeCloseTo(det.far[i]!, 12);
          expect(frr).toBeCloseTo(det.frr[i]!, 12);
        }
      }),
    );
  });

  test('grow and shrink with the threshold', () => {
    fc.assert(
      fc.property(anyPairs, fc.double({ min: 0, max: 8, noNaN: true }), (pairs, threshold) => {
        const strict = errorRates(pairs, threshold);
        const lax = errorRates(pairs, threshold + 1);
        expect(lax.far).toBeGreaterThanOrEqual(strict.far);
        expect(lax.frr).toBeLessThanOrEqual(strict.frr);
      }),
    );
  });

  test('are nearest to each other at the equal error threshold', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const curve = rocOf(pairs);
        const { far, frr } = errorRates(pairs, equalErrorThreshold(curve));
        expect((far + frr) / 2).toBeCloseTo(equalErrorRate(curve).nearestPoint, 12);
      }),
    );
  });

  test('refuse truths that do not fit', () => {
    expect(() => errorRates({ distances: [1, 2], same: [true] }, 1)).toThrow(
      '2 distances need as many truths, not 1',
    );
  });
});

describe('the normal quantile', () => {
  test('has the values of the tables', () => {
    expect(probit(0.5)).toBe(0);
    expect(probit(0.975)).toBeCloseTo(1.959963985, 7);
    expect(probit(0.001)).toBeCloseTo(-3.090232306, 7);
    expect([probit(0), probit(1)]).toEqual([-Infinity, Infinity]);
    for (const bad of [1.1, -0.1, Number.NaN])
      expect(() => probit(bad)).toThrow(`from 0 to 1, not ${bad}`);
  });

  test('is as exact in the middle as in the tails', () => {
    // From Wichura's algorithm AS 241, which has sixteen digits.
    const table = [
      [1e-9, -5.997807015008],
      [0.01, -2.326347874041],
      [0.024, -1.977368428182],
      [0.02425, -1.972961051312],
      [0.0245, -1.968591669187],
      [0.05, -1.644853626951],
      [0.3, -0.524400512708],
      [0.8, 0.841621233573],
      [0.99, 2.326347874041],
    ] as const;
    for (const [p, quantile] of table)
      expect(Math.abs(probit(p) / quantile - 1)).toBeLessThan(2e-9);
  });

  test('is odd about one half, and ascends', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.5, noNaN: true }), (p) => {
        expect(probit(1 - p)).toBeCloseTo(-probit(p), 6);
        expect(probit(p * 0.99)).toBeLessThan(probit(p));
      }),
    );
  });
});

describe('false-positive identification', () => {
  test('is 1 % against a hundred and 63 % against ten thousand at one in ten thousand', () => {
    expect(falsePositiveIdentification(1e-4, 100)).toBeCloseTo(0.00995, 5);
    expect(falsePositiveIdentification(1e-4, 10_000)).toBeCloseTo(0.632, 3);
  });

  test('is the rate itself against one, 0 against none, and keeps a tiny rate', () => {
    expect(falsePositiveIdentification(0.25, 1)).toBeCloseTo(0.25, 12);
    expect(falsePositiveIdentification(0.25, 0)).toBe(0);
    expect(falsePositiveIdentification(1, 0)).toBe(0);
    expect(falsePositiveIdentification(1e-18, 10)).toBeCloseTo(1e-17, 30);
    expect(falsePositiveIdentification(1, 3)).toBe(1);
  });

  test('is the chance that not all of N independent comparisons are right', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 50 }),
        (rate, enrolled) => {
          let right = 1;
          for (let i = 0; i < enrolled; i++) right *= 1 - rate;
          expect(falsePositiveIdentification(rate, enrolled)).toBeCloseTo(1 - right, 9);
        },
      ),
    );
  });

  test('refuses what is no rate and no number of people', () => {
    expect(() => falsePositiveIdentification(2, 1)).toThrow('from 0 to 1, not 2');
    for (const bad of [1.1, -0.1, Number.NaN])
      expect(() => falsePositiveIdentification(bad, 1)).toThrow(`from 0 to 1, not ${bad}`);
    for (const bad of [1.5, -1])
      expect(() => falsePositiveIdentification(0.1, bad)).toThrow(
        `a whole number of people, not ${bad}`,
      );
  });
});

/** Pairs among people whose pictures scatter around a place of their own. */
function crowd(people: number, pictures: number, seed: number) {
  const random = createRandom(seed);
  const places = Array.from({ length: people * pictures }, (_, i) => ({
    person: Math.floor(i / pictures),
    at: 0,
  }));
  const homes = Array.from({ length: people }, () => random());
  for (const place of places) place.at = homes[place.person]! + 0.3 * (random() - 0.5);
  const pairs = places.flatMap((a, i) => places.slice(i + 1).map((b) => [a, b] as const));
  return {
    scores: pairs.map(([a, b]) => -Math.abs(a.at - b.at)),
    first: pairs.map(([a]) => a.person),
    second: pairs.map(([, b]) => b.person),
  };
}

describe('bootstrap intervals', () => {
  const eer = (curve: Parameters<typeof equalErrorRate>[0]) => equalErrorRate(curve).interpolated;
  const options = (resample: 'identities' | 'pairs', seed = 1) => ({
    resample,
    replicates: 100,
    level: 0.95,
    random: createRandom(seed),
  });
  const pairs = crowd(16, 3, 3);
  const truth = pairs.first.map((person, i) => person === pairs.second[i]);
  const whole = rocCurve(pairs.scores, truth);

  test.each(['identities', 'pairs'] as const)(
    'contain the rate of the sample when %s are resampled, and repeat with the seed',
    (resample) => {
      const [interval] = bootstrapIntervals(pairs, [eer], options(resample));
      expect(interval!.low).toBeLessThan(eer(whole));
      expect(interval!.high).toBeGreaterThan(eer(whole));
      expect(bootstrapIntervals(pairs, [eer], options(resample))).toEqual([interval]);
      expect(bootstrapIntervals(pairs, [eer], options(resample, 2))).not.toEqual([interval]);
    },
  );

  test('are wider over identities than over pairs, which depend on each other', () => {
    const width = (resample: 'identities' | 'pairs') => {
      const [interval] = bootstrapIntervals(pairs, [eer], options(resample));
      return interval!.high - interval!.low;
    };
    expect(width('identities')).toBeGreaterThan(width('pairs'));
  });

  test('narrow as people are added', () => {
    const width = (people: number) => {
      const [interval] = bootstrapIntervals(crowd(people, 2, 5), [eer], options('identities'));
      return interval!.high - interval!.low;
    };
    expect(width(40)).toBeLessThan(width(8));
  });

  test('have no width where nothing can be mistaken', () => {
    const apart = { scores: [-1, -1, -9, -9], first: [0, 1, 0, 0], second: [0, 1, 1, 1] };
    const tar = (curve: Parameters<typeof tarAtFar>[0]) => tarAtFar(curve, 0).step;
    expect(bootstrapIntervals(apart, [eer, tar], options('pairs'))).toEqual([
      { low: 0, high: 0 },
      { low: 1, high: 1 },
    ]);
  });

  test('refuse pairs of one kind and fields that do not fit', () => {
    const one = { scores: [1], first: [0], second: [0] };
    expect(() => bootstrapIntervals(one, [eer], options('pairs'))).toThrow('impostor pairs');
    expect(() => bootstrapIntervals({ ...one, first: [0, 1] }, [eer], options('pairs'))).toThrow(
      '1 scores need as many identities, not 2 and 1',
    );
    expect(() => bootstrapIntervals(pairs, [eer], { ...options('pairs'), level: 95 })).toThrow(
      'between 0 and 1, not 95',
    );
  });
});
