import { expect, test } from 'vitest';
import { createRandom } from '#metric/random.ts';
import { threeLoops } from '#support/threeLoops.ts';
import { plainLoops } from './plainLoops.ts';

test('the loops that mining is timed against compute what the reference computes', () => {
  const random = createRandom(3);
  const [rows, dims, margin] = [24, 3, 0.5];
  const embeddings = {
    values: Float32Array.from({ length: rows * dims }, () => 2 * random() - 1),
    rows,
    dims,
  };
  const labels = Array.from({ length: rows }, (_, row) => row % 5);
  const wanted = threeLoops(embeddings, labels, {
    distance: 'squared',
    margin,
    reducer: 'mean-nonzero',
  });
  const { loss, gradient } = plainLoops(embeddings, labels, margin);
  expect(loss).toBeCloseTo(wanted.loss, 12);
  for (const [index, slope] of gradient.entries())
    expect(slope).toBeCloseTo(wanted.gradient[index]!, 12);
});
