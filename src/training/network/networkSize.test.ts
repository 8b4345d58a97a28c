import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { createRandom } from '#metric/random.ts';
import { createNetwork } from './network.ts';
import { networks } from './networks/registry.ts';
import { networkShapes, networkSize } from './networkSize.ts';

beforeAll(() => setBackend('cpu'));

test.each([...networks.keys()])(
  'shapes and size of %s are those of the network that is built',
  (name) => {
    for (const shape of [
      { height: 28, width: 28, dims: 2 },
      { height: 9, width: 6, dims: 16 },
    ]) {
      const network = createNetwork(name, shape, createRandom(1));
      expect(networkSize(name, shape)).toBe(network.size);
      expect([...networkShapes(name, shape)]).toEqual(
        network.parameters.map((parameter) => [parameter.name, parameter.shape]),
      );
      network.dispose();
    }
  },
);

test('the post’s reference has as many parameters on the plane as the post says', () => {
  expect(networkSize('reference-conv', { height: 28, width: 28, dims: 2 })).toBe(194_946);
});

test('a network that it does not know is refused', () => {
  expect(() => networkSize('transformer' as 'mlp', { height: 2, width: 2, dims: 2 })).toThrow(
    'unknown network "transformer": known are mlp',
  );
});
