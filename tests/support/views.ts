/** Rows in plain loops, and what holds of any loss of several sets of them. */
import { expect } from 'vitest';
import type { Embeddings } from '#metric/embeddings.ts';
import { createRandom, normal } from '#metric/random.ts';
import { finiteDifferences } from './batches.ts';

/** Rows from a seeded source, of standard normal coordinates times a size. */
export function drawnRows(seed: number, rows: number, dims: number, size = 1): Embeddings {
  const random = createRandom(seed);
  const values = Float64Array.from({ length: rows * dims }, () => size * normal(random));
  return { values, rows, dims };
}

export const rowsOf = ({ values, rows, dims }: Embeddings): number[][] =>
  Array.from({ length: rows }, (_, row) => [...values.subarray(row * dims, (row + 1) * dims)]);

export const dotOf = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);

export const cosineOf = (a: readonly number[], b: readonly number[]): number =>
  dotOf(a, b) / Math.sqrt(dotOf(a, a) * dotOf(b, b));

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Turned in the plane of the first two coordinates. */
export function turned(given: Embeddings, angle: number): Embeddings {
  const values = Float64Array.from(given.values);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let at = 0; at < values.length; at += given.dims) {
    const [x, y] = [values[at]!, values[at + 1]!];
    values[at] = cos * x - sin * y;
    values[at + 1] = sin * x + cos * y;
  }
  return { ...given, values };
}

/** Whether each gradient is that of finite differences with respect to its set, within a share of the largest. */
export function expectGradients(
  sets: readonly Embeddings[],
  gradients: readonly Float64Array[],
  lossOf: (sets: readonly Embeddings[]) => number,
  within = 1e-6,
): void {
  expect(gradients).toHaveLength(sets.length);
  sets.forEach((set, k) => {
    const numeric = finiteDifferences(Float64Array.from(set.values), (values) =>
      lossOf(sets.with(k, { ...set, values })),
    );
    const largest = Math.max(1, ...numeric.map(Math.abs));
    for (const [i, value] of numeric.entries())
      expect(Math.abs(gradients[k]![i]! - value) / largest, `set ${k}, ${i}`).toBeLessThan(within);
  });
}
