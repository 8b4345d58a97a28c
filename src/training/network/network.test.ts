import { sum, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '#metric/random.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { inputTensor } from '../inputs.ts';
import { createNetwork } from './network.ts';
import { networks } from './networks/registry.ts';

const DIGIT = { height: 28, width: 28, dims: 2 };

describe.each([false, true])('a network (our kernels: %s)', (accelerated) => {
  beforeAll(() => useNodeBackend('wasm', { accelerated }));

  test.each([
    ['mlp', 234_114],
    ['small-conv', 51_746],
    ['reference-conv', 194_946],
  ] as const)('%s has %i parameters in two dimensions', (name, size) => {
    const network = createNetwork(name, DIGIT, createRandom(1));
    expect(network.size).toBe(size);
    network.dispose();
  });

  test.each([...networks.keys()])('%s embeds each image in as many dimensions as asked', (name) => {
    const network = createNetwork(name, { ...DIGIT, dims: 3 }, createRandom(1));
    const inputs = new Float32Array(2 * 784);
    expect(tidy(() => network.forward(inputTensor(inputs, 2)).shape)).toEqual([1, 2, 3]);
    network.dispose();
  });

  test.each([...networks.keys()])('%s has the slope of its values', (name) => {
    const random = createRandom(3);
    const network = createNetwork(name, { height: 8, width: 8, dims: 2 }, random);
    const inputs = Float32Array.from({ length: 2 * 64 }, () => random());
    const value = () => tidy(() => sum(network.forward(inputTensor(inputs, 2))).dataSync()[0]!);
    const pass = network.begin(inputTensor(inputs, 2));
    const gradients = pass.backward(new Float32Array(4).fill(1));
    for (const [index, { variable }] of network.parameters.entries()) {
      const slope = gradients[index]!.dataSync() as Float32Array;
      // Where the slope is steepest a float32 tells it best.
      const place = slope.reduce(
        (best, s, i) => (Math.abs(s) > Math.abs(slope[best]!) ? i : best),
        0,
      );
      const initial = variable.dataSync().slice();
      const shifted = (by: number) => {
        const changed = initial.slice();
        changed[place]! += by;
        tidy(() => variable.assign(tensor(changed, variable.shape)));
        const result = value();
        tidy(() => variable.assign(tensor(initial, variable.shape)));
        return result;
      };
      const h = 2e-3;
      expect((shifted(h) - shifted(-h)) / (2 * h) / slope[place]!).toBeCloseTo(1, 1);
    }
    network.dispose();
  });
});
