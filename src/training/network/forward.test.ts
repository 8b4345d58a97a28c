import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '#metric/random.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { createForward } from './forward.ts';
import { embedInputs, inputsIn } from './embedInputs.ts';
import type { SavedNetwork } from './layersModel.ts';
import { createNetwork } from './network.ts';
import { type NetworkName, networks } from './networks/registry.ts';

const SHAPE = { height: 11, width: 14, dims: 5 };

async function randomNetwork(name: NetworkName) {
  const network = createNetwork(name, SHAPE, createRandom(3));
  const weights = await Promise.all(
    network.parameters.map(async ({ name, shape, variable }) => ({
      name,
      shape,
      // Biases begin at 0, which would hide where they are added.
      values: Float32Array.from(await variable.data(), (value, i) => value + (i % 7) / 100),
    })),
  );
  network.load(weights);
  const saved: SavedNetwork = { network: name, height: 11, width: 14, weights };
  return { network, saved };
}

describe('a network without TensorFlow.js', () => {
  beforeAll(() => useNodeBackend('cpu'));

  test.each([...networks.keys()])('says what it says with it: %s', async (name) => {
    const { network, saved } = await randomNetwork(name);
    const random = createRandom(1);
    const image = Uint8Array.from({ length: 11 * 14 }, () => Math.floor(256 * random()));
    const inputs = Float32Array.from(image, (byte) => byte / 255);
    const expected = await embedInputs(network, inputsIn(inputs, 1), {
      rows: 1,
      dims: 5,
      normalise: false,
    });
    const found = createForward(saved)(image);
    expect(found).toHaveLength(5);
    found.forEach((value, d) => {
      expect(value / expected[d]!).toBeCloseTo(1, 4);
    });
    network.dispose();
  });

  test('refuses images and weights that are not of its size', async () => {
    const { network, saved } = await randomNetwork('mlp');
    network.dispose();
    expect(() => createForward(saved)(new Uint8Array(9))).toThrow(
      'images of 11 × 14 pixels, not of 9',
    );
    const weights = saved.weights.map((each) =>
      each.name === 'dense1/bias' ? { ...each, values: new Float32Array(3) } : each,
    );
    expect(() => createForward({ ...saved, weights })).toThrow(
      'dense1/bias should have 256 weights, not 3',
    );
  });
});
