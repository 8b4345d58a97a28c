import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { errorRates } from './errorRates.ts';
import { picturePairs } from './picturePairs.ts';
import { rocCurve, tarAtFar } from './roc.ts';
import {
  BINS,
  binsAtFar,
  EXAMPLE_BINS,
  equalErrorBins,
  ratesAtBin,
  summariseVerification,
  tradeOffs,
} from './verificationSummary.ts';

const END = 2;

function cloud(seed: number, people = 6, pictures = 3) {
  const random = createRandom(seed);
  const rows = people * pictures;
  const identities = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / pictures));
  const centres = Array.from({ length: 2 * people }, () => random());
  const values = Float32Array.from(
    { length: 2 * rows },
    (_, i) => centres[2 * identities[i >> 1]! + (i % 2)]! + 0.3 * random(),
  );
  return { embeddings: { values, rows, dims: 2 }, identities };
}

const seeds = fc.integer({ min: 1, max: 1e6 });
const sizes = fc.tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 4 }));

describe('the summary of a verification', () => {
  test('has the error rates of all pairs at the end of every bin', () => {
    fc.assert(
      fc.property(
        seeds,
        sizes,
        fc.integer({ min: 0, max: BINS }),
        (seed, [people, pictures], accepted) => {
          const { embeddings, identities } = cloud(seed, people, pictures);
          const summary = summariseVerification(embeddings, identities, {
            end: END,
            replicates: 1,
          });
          const pairs = picturePairs(embeddings, identities);
          expect(ratesAtBin(summary, accepted)).toEqual(
            errorRates(pairs, accepted === 0 ? -1 : (accepted * END) / BINS),
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  test('finds the threshold of equal errors, and the largest within a false accept rate', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(0.01, 0.05, 0.2), (seed, far) => {
        const { embeddings, identities } = cloud(seed);
        const summary = summariseVerification(embeddings, identities, { end: END, replicates: 1 });
        const gap = (accepted: number) => {
          const rates = ratesAtBin(summary, accepted);
          return Math.abs(rates.far - rates.frr);
        };
        const equal = gap(equalErrorBins(summary));
        for (let accepted = 0; accepted <= BINS; accepted++)
          expect(equal).toBeLessThanOrEqual(gap(accepted));
        const accepted = binsAtFar(summary, far);
        expect(ratesAtBin(summary, accepted).far).toBeLessThanOrEqual(far);
        if (accepted < BINS) expect(ratesAtBin(summary, accepted + 1).far).toBeGreaterThan(far);
        expect(binsAtFar(summary, 1)).toBe(BINS);
      }),
      { numRuns: 30 },
    );
  });

  test('has trades that cross at the equal error rate that it tells, however coarse its bins are', () => {
    fc.assert(
      fc.property(
        seeds,
        sizes,
        fc.constantFrom(2, 20, 200, 1000),
        (seed, [people, pictures], end) => {
          const { embeddings, identities } = cloud(seed, people, pictures);
          const summary = summariseVerification(embeddings, identities, { end, replicates: 1 });
          const trades = tradeOffs(summary);
          const excess = trades.map(({ far, frr }) => far - frr);
          // Both errors go their way without turning back, so that the curve crosses once.
          for (let k = 1; k < trades.length; k++) {
            expect(trades[k]!.far).toBeGreaterThanOrEqual(trades[k - 1]!.far - 1e-12);
            expect(trades[k]!.frr).toBeLessThanOrEqual(trades[k - 1]!.frr + 1e-12);
          }
          const crossing = trades[excess.findIndex((value) => value >= 0)]!;
          expect(crossing.far).toBe(summary.eer.value);
          expect(crossing.frr).toBe(summary.eer.value);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('names the worst pairs, and pairs of every bar that has any', () => {
    const { embeddings, identities } = cloud(5);
    const summary = summariseVerification(embeddings, identities, { end: END, replicates: 1 });
    const { distances, same } = picturePairs(embeddings, identities);
    const impostors = Array.from(distances).filter((_, k) => !same[k]);
    expect(summary.nearestImpostors[0]!.distance).toBe(Math.min(...impostors));
    const genuine = Array.from(distances).filter((_, k) => same[k]);
    expect(summary.farthestGenuine[0]!.distance).toBe(Math.max(...genuine));
    const wide = BINS / EXAMPLE_BINS;
    summary.examples.forEach((bar, k) => {
      const counted = summary.genuine.slice(k * wide, (k + 1) * wide).reduce((a, b) => a + b, 0);
      expect(bar.genuine.length).toBe(Math.min(3, counted));
      for (const { distance, left, right } of bar.genuine) {
        expect(identities[left]).toBe(identities[right]);
        expect(Math.ceil((distance / END) * EXAMPLE_BINS) - 1).toBe(k);
      }
    });
  });

  test('lists the six worst pairs of each kind by their distance, with their rows', () => {
    const { embeddings, identities } = cloud(6);
    const summary = summariseVerification(embeddings, identities, { end: END, replicates: 1 });
    const { distances, same, left, right } = picturePairs(embeddings, identities);
    const pairs = Array.from(distances, (distance, k) => ({
      ...{ distance, left: left[k]!, right: right[k]! },
    }));
    const nearestFirst = (kind: boolean) =>
      pairs.filter((_, k) => same[k] === kind).toSorted((a, b) => a.distance - b.distance);
    expect(summary.nearestImpostors).toEqual(nearestFirst(false).slice(0, 6));
    expect(summary.farthestGenuine).toEqual(nearestFirst(true).reverse().slice(0, 6));
  });

  test('shows impostors of every bar that has any, and pairs that differ', () => {
    const { embeddings, identities } = cloud(7, 12, 3);
    const summary = summariseVerification(embeddings, identities, { end: END, replicates: 1 });
    const wide = BINS / EXAMPLE_BINS;
    expect(summary.examples).toHaveLength(EXAMPLE_BINS);
    summary.examples.forEach((bar, k) => {
      const counted = summary.impostor.slice(k * wide, (k + 1) * wide).reduce((a, b) => a + b, 0);
      expect(bar.impostor.length).toBe(Math.min(3, counted));
      for (const { left, right } of bar.impostor)
        expect(identities[left]).not.toBe(identities[right]);
      const shown = [...bar.genuine, ...bar.impostor].map(({ left, right }) => `${left}-${right}`);
      expect(new Set(shown).size).toBe(shown.length);
    });
    const rows = summary.examples.flatMap(({ impostor }) => impostor.map(({ left }) => left));
    expect(new Set(rows).size).toBeGreaterThan(10);
  });

  test('puts a distance at the end of a bin into it, and all beyond the last into that', () => {
    // Bins of length 1, and bars of length 6.
    const placesOf = (distance: number) => {
      const values = Float64Array.of(0, distance, 1e6);
      const embeddings = { values, rows: 3, dims: 1 };
      const summary = summariseVerification(embeddings, [0, 0, 1], { end: BINS, replicates: 1 });
      const bar = summary.examples.findIndex(({ genuine }) => genuine.length > 0);
      return [summary.genuine.indexOf(1), bar];
    };
    expect([0, 0.01, 1, 1.01, 6, 6.01, 238.5, 239, 240, 999].map(placesOf)).toEqual([
      ...[
        [0, 0],
        [0, 0],
        [0, 0],
        [1, 0],
        [5, 0],
        [6, 1],
      ],
      ...[
        [238, 39],
        [238, 39],
        [239, 39],
        [239, 39],
      ],
    ]);
  });

  test('has intervals around its estimates, which are those of the ROC curve', () => {
    const { embeddings, identities } = cloud(9, 20, 4);
    const summary = summariseVerification(embeddings, identities, { end: END, replicates: 200 });
    const { scores, same } = picturePairs(embeddings, identities);
    expect(summary.tarAt1e2.value).toBe(tarAtFar(rocCurve(scores, same), 1e-2).step);
    for (const { value, low, high } of [summary.eer, summary.tarAt1e2, summary.tarAt1e3]) {
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
    }
  });
});
