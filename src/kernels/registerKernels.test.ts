import { matMul, type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { readKernels, useNodeBackend } from '#support/nodeBackend.ts';
import { randomTensor } from '#support/againstCpu.ts';
import { accelerate } from '#training/compute/accelerate.ts';
import { hasKernels } from '#training/network/activationGradient.ts';
import { instantiateKernels } from './instance.ts';

beforeAll(() => useNodeBackend('wasm'));

const product = () =>
  tidy(() => [
    ...matMul(randomTensor<Tensor2D>([5, 6], 1), randomTensor<Tensor2D>([6, 3], 2)).dataSync(),
  ]);

test('without the kernels the backend computes on, and says why they are missing', async () => {
  const before = product();
  const acceleration = await accelerate(async () => {
    throw new Error('the kernels do not load: 404');
  });
  expect(acceleration).toEqual({ kernels: undefined, reason: 'the kernels do not load: 404' });
  expect(hasKernels()).toBe(false);
  expect(product()).toEqual(before);
});

test('what is no WebAssembly is refused in words', async () => {
  const acceleration = await accelerate(async () => new TextEncoder().encode('not found'));
  expect(acceleration).toMatchObject({
    kernels: undefined,
    reason: expect.stringMatching(/magic word|WebAssembly/),
  });
});

test('the build without relaxed instructions computes the same as the other', async () => {
  const products = await Promise.all(
    (['relaxed-simd', 'simd'] as const).map(async (level) => {
      const memory = new WebAssembly.Memory({ initial: 4 });
      const { kernels } = await instantiateKernels(() => readKernels(level), memory);
      const floats = new Float32Array(memory.buffer);
      floats.set(
        Array.from({ length: 200 }, (_, i) => Math.sin(i)),
        0,
      );
      kernels.matMul(4000, 0, 400, 10, 9, 10, 0, 1, 0, 0.5, 8000);
      return [...floats.subarray(1000, 1090)];
    }),
  );
  products[0]!.forEach((value, index) => {
    expect(value).toBeCloseTo(products[1]![index]!, 5);
  });
  expect(products[0]!.some((value) => value > 1)).toBe(true);
});

test('once registered they compute, and registering again changes nothing', async () => {
  const before = product();
  const first = await accelerate(readKernels);
  expect(first).toEqual({ kernels: expect.stringMatching(/simd$/) });
  expect(hasKernels()).toBe(true);
  expect(await accelerate(readKernels)).toEqual(first);
  product().forEach((value, index) => {
    expect(value).toBeCloseTo(before[index]!, 5);
  });
});
