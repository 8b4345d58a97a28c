import { dispose } from '@tensorflow/tfjs-core';
import { createRandom } from '#metric/random.ts';
import { inputTensor } from '../inputs.ts';
import { createNetwork, type Network } from '../network/network.ts';
import type { Pass } from '../network/pass.ts';
import { assign, flatten } from './flat.ts';
import type { Partner, SharedNetwork } from './partner.ts';

/** The work of a partner, on the wasm backend. */
export function createHalf(): Partner {
  const networks = new Map<string, Network>();
  let begun: { readonly pass: Pass; readonly flat: Float32Array } | undefined;

  function networkOf({ name, height, width, dims }: SharedNetwork): Network {
    const key = [name, height, width, dims].join();
    const known = networks.get(key);
    if (known) return known;
    const made = createNetwork(name, { height, width, dims }, createRandom(0));
    networks.set(key, made);
    return made;
  }

  return {
    async forward(shared, weights, inputs) {
      const network = networkOf(shared);
      assign(
        network.parameters.map(({ variable }) => variable),
        weights,
      );
      begun?.pass.dispose();
      const rows = inputs.length / (shared.height * shared.width);
      const pass = network.begin(inputTensor(inputs, rows));
      begun = { pass, flat: weights };
      return (await pass.points.data()) as Float32Array;
    },
    async backward(gradient) {
      if (!begun) throw new Error('a pass goes back once, after it went forward');
      const { pass, flat } = begun;
      begun = undefined;
      const gradients = pass.backward(gradient);
      flatten(gradients, flat);
      pass.dispose();
      dispose(gradients);
      return flat;
    },
  };
}
