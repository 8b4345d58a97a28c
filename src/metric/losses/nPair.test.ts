import { expect, test } from 'vitest';
import { largestDifference, randomBatch } from '#support/batches.ts';
import { createBatchLoss } from '../batchLoss.ts';
import { nPair } from '../softmax/nPair.ts';

const { embeddings, labels } = randomBatch(3, [4, 1, 4, 4, 1, 7, 7, 9], 3);

test('N-pair in the lab is that of the first two rows of each class, and InfoNCE at temperature 1', () => {
  for (const similarity of ['dot', 'cosine'] as const) {
    const config = { reducer: 'mean', normalise: false, similarity } as const;
    const found = createBatchLoss({ ...config, loss: 'n-pair' })(embeddings, labels, () => 0);
    const direct = nPair(embeddings, labels, { ofUnitRows: similarity === 'cosine' });
    expect(found.loss).toBeCloseTo(direct.loss, 12);
    expect(largestDifference(found.gradient, direct.gradient)).toBeLessThan(1e-12);
    const other = createBatchLoss({ ...config, loss: 'info-nce', temperature: 1 });
    expect(other(embeddings, labels, () => 0).loss).toBeCloseTo(found.loss, 12);
  }
});
