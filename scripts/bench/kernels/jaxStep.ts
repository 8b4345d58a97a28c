import { defaultDevice, init, jit, lax, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import { SLOPES } from '#training/network/activations.ts';
import {
  type BenchLayer,
  type BenchNetworkName,
  benchNetworks,
  initialWeights,
} from './benchNetworks.ts';

type NdArray = ReturnType<typeof np.ones>;

const activate = (z: NdArray, activation: string): NdArray => {
  if (activation === 'relu') return nn.relu(z);
  return activation === 'leakyrelu' ? nn.leakyRelu(z, SLOPES.leakyrelu) : z;
};

/** Images are [B, channels, height, width] here, filters [to, from, height, width]. */
function apply(x: NdArray, layer: BenchLayer, weights?: NdArray, bias?: NdArray): NdArray {
  if (layer.kind === 'pool') return lax.reduceWindow(x, np.max, [2, 2], [2, 2]);
  if (layer.kind === 'dense') {
    const rows = np.reshape(x, [-1, layer.from]);
    return activate(np.matmul(rows, weights!).add(bias!), layer.activation);
  }
  const z = lax.conv(x, weights!, [layer.stride, layer.stride], 'SAME');
  return activate(z.add(np.reshape(bias!, [1, layer.to, 1, 1])), layer.activation);
}

/**
 * The network alone, forward and backward, compiled by jax-js for its wasm device: neither mining
 * nor optimiser, which the engines of TensorFlow.js do besides.
 */
export async function createJaxStep(
  name: BenchNetworkName,
  batch: number,
): Promise<() => Promise<void>> {
  await init('wasm');
  defaultDevice('wasm');
  const layers = benchNetworks[name];
  const parameters = layers.map((layer) => {
    const initial = initialWeights(layer);
    if (!initial || layer.kind === 'pool') return [];
    const shape =
      layer.kind === 'dense' ? initial.shape : [layer.to, layer.from, layer.size, layer.size];
    return [np.array(initial.values).reshape(shape), np.zeros([layer.to])];
  });
  const loss = (weights: NdArray[][], images: NdArray): NdArray => {
    const embedding = layers.reduce(
      (x, layer, index) => apply(x, layer, ...(weights[index] as [NdArray, NdArray])),
      images,
    );
    return np.sum(embedding);
  };
  const gradients = jit(valueAndGrad(loss));
  const images = np
    .array(Float32Array.from({ length: batch * 784 }, (_, i) => (i % 255) / 255))
    .reshape([batch, 1, 28, 28]);
  return async () => {
    const held = parameters.map((layer) => layer.map((array) => array.ref));
    const [value, slopes] = gradients(held, images.ref);
    await value.data();
    for (const slope of (slopes as NdArray[][]).flat()) {
      await slope.blockUntilReady();
      slope.dispose();
    }
  };
}
