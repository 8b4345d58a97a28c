import { describe, expect, test } from 'vitest';
import { pkLabels, randomBatch } from '#support/batches.ts';
import { mineTriplets } from '../mineTriplets.ts';
import { normaliseRows } from '../normalise.ts';
import { createRandom } from '../random.ts';
import { distanceWeights } from './distanceWeights.ts';

describe('distance-weighted sampling of a batch', () => {
  const { embeddings, labels } = randomBatch(3, pkLabels(4, 3), 5);
  const unit = { ...embeddings, values: normaliseRows(embeddings) };
  const weights = distanceWeights(embeddings, labels);

  test('is inversely proportional to the density of the distance, as written down', () => {
    const { values, dims } = unit;
    const inverse = (i: number, j: number) => {
      let square = 0;
      for (let d = 0; d < dims; d++) square += (values[i * dims + d]! - values[j * dims + d]!) ** 2;
      const distance = Math.max(0.5, Math.sqrt(square));
      if (labels[i] === labels[j] || distance >= 1.4) return 0;
      return distance ** (2 - dims) * (1 - distance ** 2 / 4) ** ((3 - dims) / 2);
    };
    weights.forEach((row, i) => {
      const all = labels.map((_, j) => inverse(i, j));
      const sum = all.reduce((a, b) => a + b, 0);
      if (sum === 0) expect(row).toBeNull();
      for (const [j, each] of all.entries())
        if (sum > 0) expect(row![j]).toBeCloseTo(each / sum, 12);
    });
  });

  test('has no candidate in a batch of one class, nor beyond where weights end', () => {
    expect(
      distanceWeights(
        embeddings,
        labels.map(() => 1),
      ).every((row) => row === null),
    ).toBe(true);
    const opposite = { values: Float64Array.of(1, 0, -1, 0), rows: 2, dims: 2 };
    expect(distanceWeights(opposite, [0, 1])).toEqual([null, null]);
    expect(distanceWeights(opposite, [0, 1], { clip: 0.5, last: 3 })).toEqual([null, null]);
  });

  test('is what its miner draws by, one negative for each pair of one class', () => {
    const config = { miner: 'distance-weighted', distance: 'plain', normalise: true } as const;
    const random = createRandom(11);
    const counts = labels.map(() => labels.map(() => 0));
    const batches = 4000;
    for (let k = 0; k < batches; k++) {
      const mined = mineTriplets(config, embeddings, labels, random);
      for (let t = 0; t < mined.length; t += 3) counts[mined[t]!]![mined[t + 2]!]!++;
    }
    weights.forEach((row, i) => {
      labels.forEach((_, j) => {
        expect(Math.abs(counts[i]![j]! / (2 * batches) - (row?.[j] ?? 0))).toBeLessThan(0.03);
      });
    });
  });
});
