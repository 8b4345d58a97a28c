import {
  backend,
  fused,
  matMul,
  mul,
  step,
  sub,
  tensor2d,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  zeros,
} from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { expectSameAsCpu, prepareBackends, randomTensor } from '#support/againstCpu.ts';
import type { WasmBackend } from './backendMemory.ts';

beforeAll(prepareBackends);

const product = (
  [m, n, depth]: readonly [number, number, number],
  transposeA: boolean,
  transposeB: boolean,
) =>
  expectSameAsCpu(() => [
    matMul(
      randomTensor<Tensor2D>(transposeA ? [depth, m] : [m, depth], 1),
      randomTensor<Tensor2D>(transposeB ? [n, depth] : [depth, n], 2),
      transposeA,
      transposeB,
    ),
  ]);

const TRANSPOSITIONS = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
] as const;

test.each(TRANSPOSITIONS)('a product has its values, transposed %s and %s', async (a, b) => {
  for (const size of [
    [1, 1, 1],
    [1, 9, 784],
    [130, 1, 3],
    [4, 8, 384],
    [5, 7, 385],
    [128, 2, 128],
    [128, 256, 784],
    [333, 17, 1201],
  ] as const) {
    await product(size, a, b);
  }
});

test('a product of any size has its values', async () => {
  const side = fc.integer({ min: 1, max: 40 });
  await fc.assert(
    fc.asyncProperty(fc.tuple(side, side, side), fc.boolean(), fc.boolean(), (size, a, b) =>
      product(size, a, b),
    ),
    { numRuns: 60 },
  );
});

test('a product whose rows are mostly zeros has its values', async () => {
  const side = fc.integer({ min: 1, max: 20 });
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(side, side, fc.integer({ min: 1, max: 800 })),
      fc.boolean(),
      fc.constantFrom(0, 0.1, 0.5),
      ([m, n, depth], transposed, share) =>
        expectSameAsCpu(() => {
          const shape = transposed ? [depth, m] : [m, depth];
          const kept = step(sub(randomTensor<Tensor2D>(shape, 3), 1 - 2 * share));
          const rows = mul(randomTensor<Tensor2D>(shape, 1), kept) as Tensor2D;
          return [matMul(rows, randomTensor<Tensor2D>([depth, n], 2), transposed)];
        }),
    ),
    { numRuns: 60 },
  );
});

test('what is no number among zeros shows in its row of a product, and in no other', () => {
  const rows = new Float32Array(6 * 9);
  rows[9 + 5] = Number.NaN;
  const product = matMul(tensor2d(rows, [6, 9]), randomTensor<Tensor2D>([9, 10], 1));
  const values = [...product.dataSync()];
  expect(values.map(Number.isNaN)).toEqual(values.map((_, at) => Math.floor(at / 10) === 1));
});

test.each(['linear', 'relu', 'leakyrelu'] as const)(
  'bias and %s are fused into a product',
  async (activation) => {
    for (const [rows, width] of [
      [5, 1],
      [1, 7],
      [13, 64],
    ] as const) {
      await expectSameAsCpu(() => [
        fused.matMul({
          a: randomTensor<Tensor2D>([rows, 31], 1),
          b: randomTensor<Tensor2D>([31, width], 2),
          bias: randomTensor<Tensor1D>([width], 3),
          activation,
          leakyreluAlpha: 0.3,
        }),
      ]);
    }
  },
);

test('what is not one product of matrices is left to the backend', async () => {
  await expectSameAsCpu(() => [
    matMul(randomTensor<Tensor3D>([3, 4, 5], 1), randomTensor<Tensor3D>([3, 5, 2], 2)),
    fused.matMul({
      a: randomTensor<Tensor2D>([3, 4], 1),
      b: randomTensor<Tensor2D>([4, 5], 2),
      activation: 'relu6',
    }),
  ]);
});

test('a product survives the growth of the memory that it lies in', async () => {
  const bytes = () => (backend() as unknown as WasmBackend).wasm.HEAPU8.length;
  const before = bytes();
  const large = zeros([before / 4]);
  expect(bytes()).toBeGreaterThan(before);
  await product([20, 30, 40], false, true);
  large.dispose();
});
