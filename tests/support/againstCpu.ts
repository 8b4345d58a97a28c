import { ready, setBackend, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { useNodeBackend } from './nodeBackend.ts';
import { createRandom } from '#metric/random.ts';

/** Numbers in [-1, 1), the same for the same seed. */
export function randomTensor<T extends Tensor>(shape: readonly number[], seed: number): T {
  const random = createRandom(seed);
  const length = shape.reduce((size, side) => size * side, 1);
  const values = Float32Array.from({ length }, () => 2 * random() - 1);
  return tensor(values, [...shape]) as T;
}

interface Result {
  readonly shape: number[];
  readonly values: number[];
}

async function computeOn(backend: 'cpu' | 'wasm', compute: () => Tensor[]): Promise<Result[]> {
  await setBackend(backend);
  return tidy(() =>
    compute().map((result) => ({ shape: result.shape, values: Array.from(result.dataSync()) })),
  );
}

/** The largest difference, relative to the largest number. */
export function relativeDifference(actual: readonly number[], expected: readonly number[]): number {
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const difference = expected.reduce(
    (most, value, index) => Math.max(most, Math.abs(value - actual[index]!)),
    0,
  );
  return difference / (largest || 1);
}

/** Both backends ready in Node, our kernels on wasm. */
export async function prepareBackends(): Promise<void> {
  await useNodeBackend('cpu');
  await ready();
  await useNodeBackend('wasm', { accelerated: true });
}

/**
 * Computes the same on the cpu backend and with our kernels on wasm: the shapes are equal, and no
 * number differs by more than 1e-5 of its tensor's largest.
 */
export async function expectSameAsCpu(compute: () => Tensor[]): Promise<void> {
  const expected = await computeOn('cpu', compute);
  const actual = await computeOn('wasm', compute);
  expect(actual.map(({ shape }) => shape)).toEqual(expected.map(({ shape }) => shape));
  for (const [index, { values }] of expected.entries()) {
    expect(actual[index]!.values.every(Number.isFinite)).toBe(true);
    expect(relativeDifference(actual[index]!.values, values)).toBeLessThan(1e-5);
  }
}
