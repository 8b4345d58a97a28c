import {
  conv2d,
  engine,
  fused,
  mul,
  type NamedAttrMap,
  type NamedTensorMap,
  step,
  sub,
  type Tensor,
  type Tensor1D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, test } from 'vitest';
import { expectSameAsCpu, prepareBackends, randomTensor } from '#support/againstCpu.ts';

beforeAll(prepareBackends);

interface Case {
  /** Images, height, width, channels. */
  readonly images: [number, number, number, number];
  /** Height, width. */
  readonly window: [number, number];
  readonly filters: number;
  readonly stride: number;
  readonly pad: 'same' | 'valid';
  /** The share of what comes back that is not 0; all of it unless said. */
  readonly share?: number;
}

const convolutionAndGradients = ({ images, window, filters, stride, pad, share = 1 }: Case) =>
  expectSameAsCpu(() => {
    const x = randomTensor<Tensor4D>(images, 1);
    const filterShape = [...window, images[3], filters] as [number, number, number, number];
    const filter = randomTensor<Tensor4D>(filterShape, 2);
    const y = conv2d(x, filter, stride, pad);
    const kept = step(sub(randomTensor(y.shape, 4), 1 - 2 * share));
    const dy = mul(randomTensor<Tensor4D>(y.shape, 3), kept);
    const gradient = (name: string, inputs: NamedTensorMap, shape: NamedAttrMap) =>
      engine().runKernel(name, inputs, {
        strides: stride,
        pad,
        dataFormat: 'NHWC',
        ...shape,
      }) as Tensor;
    return [
      y,
      gradient('Conv2DBackpropFilter', { x, dy }, { filterShape }),
      gradient('Conv2DBackpropInput', { dy, filter }, { inputShape: images }),
    ];
  });

test('a convolution and both of its gradients have their values', async () => {
  const side = fc.integer({ min: 3, max: 9 });
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        images: fc.tuple(
          fc.integer({ min: 1, max: 3 }),
          side,
          side,
          fc.integer({ min: 1, max: 6 }),
        ),
        window: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
        filters: fc.integer({ min: 1, max: 12 }),
        stride: fc.constantFrom(1, 2, 3),
        pad: fc.constantFrom('same' as const, 'valid' as const),
      }),
      convolutionAndGradients,
    ),
    { numRuns: 60 },
  );
});

test.each([1, 2])('more pixels than are summed over at once, stride %d', (stride) =>
  convolutionAndGradients({
    images: [3, 13, 14, 5],
    window: [5, 5],
    filters: 19,
    stride,
    pad: 'same',
  }),
);

test('what comes back as zeros for the most part is handed on', async () => {
  const side = fc.integer({ min: 1, max: 9 });
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        images: fc.tuple(fc.integer({ min: 1, max: 3 }), side, side, fc.constantFrom(32, 48, 96)),
        window: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
        filters: fc.integer({ min: 1, max: 9 }),
        stride: fc.constantFrom(1, 2),
        pad: fc.constant('same' as const),
        share: fc.constantFrom(0, 0.05, 0.4),
      }),
      convolutionAndGradients,
    ),
    { numRuns: 60 },
  );
});

test('zeros that come back among more pixels than are summed over at once', () =>
  convolutionAndGradients({
    images: [2, 13, 30, 16],
    window: [3, 3],
    filters: 5,
    stride: 1,
    pad: 'valid',
    share: 0.25,
  }));

test('a window as large as its image, and more channels than the depth of a panel', async () => {
  await convolutionAndGradients({
    images: [2, 3, 3, 50],
    window: [3, 3],
    filters: 8,
    stride: 1,
    pad: 'valid',
  });
});

test.each(['linear', 'relu', 'leakyrelu'] as const)(
  'bias and %s are fused into a convolution',
  (activation) =>
    expectSameAsCpu(() => [
      fused.conv2d({
        x: randomTensor<Tensor4D>([2, 7, 6, 3], 1),
        filter: randomTensor<Tensor4D>([3, 3, 3, 10], 2),
        bias: randomTensor<Tensor1D>([10], 3),
        strides: 2,
        pad: 'same',
        activation,
        leakyreluAlpha: 0.1,
      }),
    ]),
);

test('a dilated convolution is left to the backend', () =>
  expectSameAsCpu(() => [
    conv2d(
      randomTensor<Tensor4D>([1, 9, 9, 2], 1),
      randomTensor<Tensor4D>([3, 3, 2, 4], 2),
      1,
      'same',
      'NHWC',
      2,
    ),
  ]));
