import {
  engine,
  type NamedAttrMap,
  relu,
  type Tensor,
  type Tensor4D,
  tidy,
} from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { createRandom } from '#metric/random.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { expectSameAsCpu, randomTensor, relativeDifference } from '#support/againstCpu.ts';
import { filterGradientFromCoreOps } from './convolution.ts';
import { createNetwork } from './network.ts';

beforeAll(() => useNodeBackend('cpu'));

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

function networkGradients(): Tensor[] {
  const shape = { height: 28, width: 28, dims: 2 };
  const network = createNetwork('reference-conv', shape, createRandom(1));
  // Digits are black around: many windows hold equals only.
  const pass = network.begin(relu(randomTensor([1, 2, 784], 1)));
  const gradients = pass.backward(Float32Array.of(0.5, -1, 2, 0.25));
  network.dispose();
  return gradients;
}

test('the gradients of a whole convolutional network agree on cpu and on wasm, both its own kernels and ours', async () => {
  await useNodeBackend('wasm');
  await expectSameAsCpu(networkGradients);
  await useNodeBackend('wasm', { accelerated: true });
  await expectSameAsCpu(networkGradients);
});
