import fc from 'fast-check';
import { type BatchLossConfig, createBatchLoss } from '#metric/batchLoss.ts';
import type { Embeddings } from '#metric/embeddings.ts';
import { createRandom, type Random } from '#metric/random.ts';

export interface LabelledBatch {
  readonly embeddings: Embeddings;
  readonly labels: number[];
}

/** Points from a seeded source, uniform in [-1, 1): for tests that want no exact ties. */
export function randomBatch(seed: number, labels: readonly number[], dims: number): LabelledBatch {
  const random: Random = createRandom(seed);
  const values = Float64Array.from({ length: labels.length * dims }, () => 2 * random() - 1);
  return { embeddings: { values, rows: labels.length, dims }, labels: [...labels] };
}

/** p classes of k samples each, as labels in blocks. */
export const pkLabels = (p: number, k: number): number[] =>
  Array.from({ length: p * k }, (_, i) => Math.floor(i / k));

/** Small labelled batches of every shape: singletons, one class, one row, on a grid so that ties and coincidences abound. */
export const anyBatch: fc.Arbitrary<LabelledBatch> = fc
  .record({
    labels: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 1, maxLength: 12 }),
    dims: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ labels, dims }) =>
    fc
      .array(fc.integer({ min: -4, max: 4 }), {
        minLength: labels.length * dims,
        maxLength: labels.length * dims,
      })
      .map((grid) => ({
        labels,
        embeddings: {
          values: Float64Array.from(grid, (value) => value / 2),
          rows: labels.length,
          dims,
        },
      })),
  );

export const withValues = (
  { embeddings, labels }: LabelledBatch,
  values: Float64Array | Float32Array,
): LabelledBatch => ({ labels, embeddings: { ...embeddings, values } });

/** ∂f/∂values by central differences. */
export function finiteDifferences(
  values: Float64Array,
  f: (values: Float64Array) => number,
  step = 1e-6,
): Float64Array {
  return values.map((value, i) => {
    const at = (moved: number) => f(values.with(i, moved));
    return (at(value + step) - at(value - step)) / (2 * step);
  });
}

/** The largest absolute difference between two lists of numbers. */
export const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);

/** The article's own loss, from which tests depart. */
export const baseConfig: BatchLossConfig = {
  loss: 'triplet',
  distance: 'squared',
  normalise: false,
  miner: 'batch-all',
  reducer: 'mean-nonzero',
  margin: 0.5,
};

export const computeLoss = (
  { embeddings, labels }: LabelledBatch,
  config: Partial<BatchLossConfig> = {},
  learned: readonly Float64Array[] = [],
) => createBatchLoss({ ...baseConfig, ...config })(embeddings, labels, createRandom(7), learned);
