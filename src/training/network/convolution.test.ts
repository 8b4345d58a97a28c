import {
  engine,
  grads,
  mul,
  type NamedAttrMap,
  relu,
  reshape,
  type Tensor,
  type Tensor4D,
  tidy,
} from '@tensorflow/tfjs-core';
// The gradient of reshape, which this network needs besides our own.
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { beforeAll, expect, test } from 'vitest';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { expectSameAsCpu, randomTensor, relativeDifference } from '#support/againstCpu.ts';
import { convolve, filterGradientFromCoreOps, registerConvolutionGradient } from './convolution.ts';
import { dense, registerDenseGradient } from './dense.ts';
import { maxPool, registerPoolingGradient } from './pooling.ts';

beforeAll(async () => {
  registerConvolutionGradient();
  registerDenseGradient();
  registerPoolingGradient();
  await useNodeBackend('cpu');
});

test.each([
  [1, 3, 8, 8],
  [2, 3, 7, 8],
  [2, 5, 9, 6],
])(
  'the filter gradient made of core ops is the kernel of the cpu backend, stride %d, window %d',
  (stride, size, height, width) => {
    tidy(() => {
      const x = randomTensor<Tensor4D>([2, height, width, 3], 1);
      const dy = randomTensor<Tensor4D>(
        [2, Math.ceil(height / stride), Math.ceil(width / stride), 4],
        2,
      );
      const filterShape = [size, size, 3, 4] as [number, number, number, number];
      const expected = engine().runKernel('Conv2DBackpropFilter', { x, dy }, {
        strides: stride,
        pad: 'same',
        dataFormat: 'NHWC',
        filterShape,
      } as NamedAttrMap) as Tensor;
      const actual = filterGradientFromCoreOps(x, dy, filterShape, stride);
      expect(actual.shape).toEqual(expected.shape);
      expect(relativeDifference([...actual.dataSync()], [...expected.dataSync()])).toBeLessThan(
        1e-5,
      );
    });
  },
);

/** Three convolutions, two poolings and two dense layers, as wide as the reference net. */
function networkGradients(): Tensor[] {
  const shapes = [
    [3, 3, 1, 32],
    [32],
    [3, 3, 32, 64],
    [64],
    [3, 3, 64, 32],
    [32],
    [1, 7 * 7 * 32, 96],
    [96],
    [1, 96, 2],
    [2],
  ];
  const inputs = shapes.map((shape, index) =>
    mul(
      randomTensor(shape, 10 + index),
      1 / Math.sqrt(shape.slice(0, -1).reduce((a, b) => a * b, 1)),
    ),
  );
  // Digits are black around: many windows hold equals only.
  const images = relu(randomTensor<Tensor4D>([1, 28, 28, 1], 1));
  const network = (...[f1, b1, f2, b2, f3, b3, w4, b4, w5, b5]: Tensor[]) => {
    const first = maxPool(convolve(images, f1 as Tensor4D, b1!, 1, 'leakyrelu'), 2);
    const second = maxPool(convolve(first, f2 as Tensor4D, b2!, 1, 'leakyrelu'), 2);
    const third = convolve(second, f3 as Tensor4D, b3!, 1, 'relu');
    const hidden = dense(reshape(third, [1, 1, -1]), w4!, b4!, 'leakyrelu');
    return dense(hidden, w5!, b5!, 'linear');
  };
  return grads(network)(inputs, randomTensor([1, 1, 2], 2));
}

test('the gradients of a whole convolutional network agree on cpu and on wasm, both its own kernels and ours', async () => {
  await useNodeBackend('wasm');
  await expectSameAsCpu(networkGradients);
  await useNodeBackend('wasm', { accelerated: true });
  await expectSameAsCpu(networkGradients);
});
