import { engine, maxPool, type Tensor, type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, test } from 'vitest';
import { expectSameAsCpu, prepareBackends, randomTensor } from '#support/againstCpu.ts';

beforeAll(prepareBackends);

type Shape4 = [number, number, number, number];

const poolAndGradient = (
  makeImages: () => Tensor4D,
  window: number,
  stride: number,
  pad: 'same' | 'valid',
) =>
  expectSameAsCpu(() => {
    const input = makeImages();
    const output = maxPool(input, window, stride, pad);
    const gradient = engine().runKernel(
      'MaxPoolGrad',
      { dy: randomTensor(output.shape, 2), input, output },
      { filterSize: window, strides: stride, pad },
    ) as Tensor;
    return [output, gradient];
  });

test('the greatest is passed on, and the gradient handed back to it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 3, max: 9 }),
        fc.integer({ min: 3, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
      ),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom('same' as const, 'valid' as const),
      (shape, window, stride, pad) =>
        poolAndGradient(() => randomTensor(shape as Shape4, 1), window, stride, pad),
    ),
    { numRuns: 60 },
  );
});

test('of equals the first one counts, as on the cpu backend', async () => {
  for (const channels of [1, 4, 6]) {
    const few = Float32Array.from({ length: 2 * 6 * 6 * channels }, (_, i) => (i * 7) % 3);
    await poolAndGradient(() => tensor4d(few, [2, 6, 6, channels]), 2, 2, 'same');
    await poolAndGradient(() => tensor4d(few, [2, 6, 6, channels]), 3, 2, 'same');
    await poolAndGradient(() => tensor4d(few.fill(0), [2, 6, 6, channels]), 2, 2, 'valid');
  }
});
