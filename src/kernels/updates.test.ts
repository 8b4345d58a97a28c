import {
  backend,
  getKernel,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  tensor1d,
  tidy,
  train,
  type Variable,
} from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { prepareBackends, randomTensor, relativeDifference } from '#support/againstCpu.ts';
import { ADAM_UPDATE, type AdamAttributes, SGD_UPDATE, type SgdAttributes } from './names.ts';

beforeAll(prepareBackends);

const run = (name: string, inputs: NamedTensorInfoMap, attributes: object) =>
  getKernel(name, 'wasm')!.kernelFunc({
    inputs,
    attrs: attributes as NamedAttrMap,
    backend: backend(),
  });

const zeros = (size: number) => tensor1d(new Float32Array(size)).variable();

test.each([1, 4, 103])('five steps of Adam on %d numbers are those of TensorFlow.js', (size) => {
  tidy(() => {
    const expected = randomTensor([size], 1).variable() as Variable;
    const actual = randomTensor([size], 1).variable() as Variable;
    const [firstMoment, secondMoment] = [zeros(size), zeros(size)];
    const optimiser = train.adam(0.01, 0.8, 0.99, 1e-6);
    for (let step = 1; step <= 5; step++) {
      const gradient = randomTensor([size], 10 + step);
      optimiser.applyGradients([{ name: expected.name, tensor: gradient }]);
      run(ADAM_UPDATE, { variable: actual, gradient, firstMoment, secondMoment }, {
        learningRate: 0.01,
        beta1: 0.8,
        beta2: 0.99,
        epsilon: 1e-6,
        step,
      } satisfies AdamAttributes);
      expect(relativeDifference([...actual.dataSync()], [...expected.dataSync()])).toBeLessThan(
        1e-5,
      );
    }
    optimiser.dispose();
  });
});

test.each([
  [1, 0.9],
  [103, 0.9],
  [103, 0],
])(
  'five steps of descent on %d numbers with momentum %d are those of TensorFlow.js',
  (size, momentum) => {
    tidy(() => {
      const expected = randomTensor([size], 1).variable() as Variable;
      const actual = randomTensor([size], 1).variable() as Variable;
      const velocity = zeros(size);
      const optimiser = train.momentum(0.05, momentum);
      for (let step = 1; step <= 5; step++) {
        const gradient = randomTensor([size], 10 + step);
        optimiser.applyGradients([{ name: expected.name, tensor: gradient }]);
        run(
          SGD_UPDATE,
          momentum > 0 ? { variable: actual, gradient, velocity } : { variable: actual, gradient },
          { learningRate: 0.05, momentum } satisfies SgdAttributes,
        );
        expect(relativeDifference([...actual.dataSync()], [...expected.dataSync()])).toBeLessThan(
          1e-5,
        );
      }
      optimiser.dispose();
    });
  },
);
