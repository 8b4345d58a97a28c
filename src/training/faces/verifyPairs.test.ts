import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equalErrorBins, ratesAtBin } from '#metric/evaluation/verificationSummary.ts';
import { createRandom } from '#metric/random.ts';
import { verifyPairs } from './verifyPairs.ts';

/** People around middles of their own, all of it as small as `scale` says. */
function crowd(seed: number, scale: number) {
  const random = createRandom(seed);
  const [people, pictures] = [20, 4];
  const rows = people * pictures;
  const identities = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / pictures));
  const middles = Array.from({ length: 2 * people }, () => random());
  const values = Float32Array.from(
    { length: 2 * rows },
    (_, i) => scale * (middles[2 * identities[i >> 1]! + (i % 2)]! + 0.2 * random()),
  );
  return { values, rows, dims: 2, identities };
}

test('a threshold of equal errors parts people of a network that has shrunk as well as before', () => {
  const seeds = fc.integer({ min: 1, max: 1e6 });
  fc.assert(
    fc.property(seeds, fc.integer({ min: 0, max: 5 }), (seed, zeros) => {
      const of = (scale: number) => {
        const { calibration, test: people } = verifyPairs({
          calibration: crowd(seed, scale),
          test: crowd(seed + 1, scale),
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
      calibration: crowd(1, scale),
      test: crowd(2, scale / 2),
    });
    const farthest = Math.max(
      ...people.examples.flatMap((bar) => [...bar.genuine, ...bar.impostor]).map((p) => p.distance),
    );
    expect(people.end).toBeGreaterThanOrEqual(farthest);
    expect(people.end).toBeLessThan(5 * farthest);
  }
});

test('pairs that are all in one place are counted in the first bin', () => {
  const still = crowd(1, 0);
  expect(verifyPairs({ calibration: still, test: still }).test.genuine[0]).toBe(20 * 6);
});
