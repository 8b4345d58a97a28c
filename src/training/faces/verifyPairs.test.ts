import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equalErrorBins, ratesAtBin } from '#metric/evaluation/verificationSummary.ts';
import { crowdOfPeople } from '#support/crowdOfPeople.ts';
import { verifyPairs } from './verifyPairs.ts';

test('a threshold of equal errors parts people of a network that has shrunk as well as before', () => {
  const seeds = fc.integer({ min: 1, max: 1e6 });
  fc.assert(
    fc.property(seeds, fc.integer({ min: 0, max: 5 }), (seed, zeros) => {
      const of = (scale: number) => {
        const { calibration, test: people } = verifyPairs({
          calibration: crowdOfPeople(seed, scale),
          test: crowdOfPeople(seed + 1, scale),
        });
        expect(people.end).toBe(calibration.end);
        return ratesAtBin(people, equalErrorBins(calibration));
      };
      const [before, after] = [of(1), of(10 ** -zeros)];
      expect(after.far).toBeCloseTo(before.far, 2);
      expect(after.frr).toBeCloseTo(before.frr, 2);
    }),
    { numRuns: 20 },
  );
});

test('no distance lies beyond the last bin, and there are bins to spare for none', () => {
  for (const scale of [1, 0.03, 4e-4]) {
    const { test: people } = verifyPairs({
      calibration: crowdOfPeople(1, scale),
      test: crowdOfPeople(2, scale / 2),
    });
    const farthest = Math.max(
      ...people.examples.flatMap((bar) => [...bar.genuine, ...bar.impostor]).map((p) => p.distance),
    );
    expect(people.end).toBeGreaterThanOrEqual(farthest);
    expect(people.end).toBeLessThan(5 * farthest);
  }
});

test('pairs that are all in one place are counted in the first bin', () => {
  const still = crowdOfPeople(1, 0);
  expect(verifyPairs({ calibration: still, test: still }).test.genuine[0]).toBe(20 * 6);
});
