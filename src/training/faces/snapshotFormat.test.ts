import { expect, test } from 'vitest';
import { createRandom } from '#metric/random.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshotFormat.ts';

const random = createRandom(4);
/** Columns of very different sizes, one of them all zeros. */
const SCALES = [1e-4, 1, 50, 0];
const kernel = Float32Array.from({ length: 24 }, (_, i) => SCALES[i % 4]! * (2 * random() - 1));
const snapshot = {
  saved: {
    network: 'mlp',
    height: 2,
    width: 3,
    weights: [
      { name: 'dense1/kernel', shape: [6, 4], values: kernel },
      { name: 'dense1/bias', shape: [4], values: Float32Array.of(0.3, -2, 0, 7) },
    ],
  },
  run: { seed: 4 },
};
const columnMost = (column: number) =>
  Math.max(...[...kernel].filter((_, i) => i % 4 === column).map(Math.abs));

test.each([8, 16] as const)('a network of %i bits a weight is read as it was written', (bits) => {
  const bytes = encodeSnapshot(snapshot, bits);
  const { saved, run } = decodeSnapshot(bytes);
  expect(run).toEqual(snapshot.run);
  expect(saved).toMatchObject({ network: 'mlp', height: 2, width: 3 });
  expect(saved.weights.map(({ name, shape }) => [name, shape])).toEqual([
    ['dense1/kernel', [6, 4]],
    ['dense1/bias', [4]],
  ]);
  const all = Math.max(...SCALES.map((_, column) => columnMost(column)));
  saved.weights[0]!.values.forEach((value, i) => {
    const step = bits === 8 ? columnMost(i % 4) / 127 : all / (2 ** 15 - 1);
    expect(Math.abs(value - kernel[i]!)).toBeLessThanOrEqual(0.501 * step);
  });
  expect(() => decodeSnapshot(bytes.subarray(0, -1))).toThrow('bytes has');
});

test('8 bits a weight take half as many bytes as 16, headers apart', () => {
  const many = { name: 'dense1/kernel', shape: [4096, 1], values: new Float32Array(4096).fill(1) };
  const large = { ...snapshot, saved: { ...snapshot.saved, weights: [many] } };
  const [small, wide] = [encodeSnapshot(large, 8), encodeSnapshot(large, 16)];
  expect(wide.length - small.length).toBeGreaterThan(4000);
});
