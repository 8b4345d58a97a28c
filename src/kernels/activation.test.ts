import {
  engine,
  leakyRelu,
  mul,
  relu,
  step,
  sum,
  type Tensor,
  tensor1d,
  tidy,
} from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import {
  expectSameAsCpu,
  prepareBackends,
  randomTensor,
  relativeDifference,
} from '#support/againstCpu.ts';
import { ACTIVATION_GRADIENT } from './names.ts';

beforeAll(prepareBackends);

test('ReLU and LeakyReLU have their values, whatever the size', async () => {
  for (const size of [1, 3, 4, 5, 1027]) {
    await expectSameAsCpu(() => [
      relu(randomTensor([size], 1)),
      leakyRelu(randomTensor([size], 1), 0.3),
    ]);
  }
});

test('ReLU keeps its meaning at the ends of the numbers', () => {
  tidy(() => {
    const values = relu(tensor1d([-Infinity, Infinity, 0, -0, Number.NaN])).dataSync();
    expect([...values].map(Math.abs)).toEqual([0, Infinity, 0, 0, Number.NaN]);
  });
});

test.each([1, 0, 0.2])('the gradient through an activation of slope %d has its values', (slope) => {
  for (const [rows, width] of [
    [1, 1],
    [7, 3],
    [1, 64],
    [33, 18],
  ] as const) {
    tidy(() => {
      const dy = randomTensor<Tensor>([rows, width], 1);
      const y = randomTensor<Tensor>([rows, width], 2);
      const [dz, bias] = engine().runKernel(ACTIVATION_GRADIENT, { dy, y }, { slope }) as Tensor[];
      const expected = mul(dy, step(y, slope));
      expect(dz!.shape).toEqual([rows, width]);
      expect(bias!.shape).toEqual([width]);
      expect(relativeDifference([...dz!.dataSync()], [...expected.dataSync()])).toBeLessThan(1e-6);
      expect(
        relativeDifference([...bias!.dataSync()], [...sum(expected, 0).dataSync()]),
      ).toBeLessThan(1e-5);
    });
  }
});
