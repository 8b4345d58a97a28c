import { type Tensor, type Tensor4D, tensor4d, zeros } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { expectSameAsCpu, randomTensor } from '#support/againstCpu.ts';
import { maxPool, maxPoolBackward } from './pooling.ts';

beforeAll(async () => {
  await useNodeBackend('cpu');
  await useNodeBackend('wasm');
});

/** Back through windows of 2 × 2, from a gradient that is given or a random one. */
function gradientOf(x: Tensor4D, given?: Tensor): Tensor {
  const y = maxPool(x, 2);
  return maxPoolBackward({ x, y, dy: given ?? randomTensor(y.shape, 2), wantsX: true }, 2).x!;
}

test('windows without a positive number keep their gradient on the stock wasm backend', () =>
  expectSameAsCpu(() => [gradientOf(randomTensor<Tensor4D>([3, 7, 6, 5], 1))]));

test('a window of zeros hands its gradient to one of them there', async () => {
  await useNodeBackend('wasm');
  const gradient = gradientOf(zeros([1, 2, 4, 1]), tensor4d([3, -2], [1, 1, 2, 1]));
  const [a, b, c, d, e, f, g, h] = gradient.dataSync();
  expect([a!, b!, e!, f!].toSorted()).toEqual([0, 0, 0, 3]);
  expect([c!, d!, g!, h!].toSorted()).toEqual([-2, 0, 0, 0]);
});
