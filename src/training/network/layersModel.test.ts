import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '#metric/random.ts';
import { SLOPES } from './activations.ts';
import {
  readLayersModel,
  type SavedNetwork,
  type Weights,
  writeLayersModel,
} from './layersModel.ts';

beforeAll(() => tf.setBackend('cpu'));

function network(name: string, shapes: Readonly<Record<string, readonly number[]>>): SavedNetwork {
  const random = createRandom(5);
  const values = (length: number) => Float32Array.from({ length }, () => random() - 0.5);
  const weights = Object.entries(shapes).flatMap(([layer, shape]): Weights[] => [
    { name: `${layer}/kernel`, shape, values: values(shape.reduce((a, b) => a * b, 1)) },
    { name: `${layer}/bias`, shape: [shape.at(-1)!], values: values(shape.at(-1)!) },
  ]);
  return { network: name, height: 6, width: 5, weights };
}

const networks = {
  mlp: network('mlp', { dense1: [30, 7], dense2: [7, 5], dense3: [5, 2] }),
  'small-conv': network('small-conv', {
    conv1: [5, 5, 1, 3],
    conv2: [3, 3, 3, 4],
    dense1: [16, 6],
    dense2: [6, 3],
  }),
  'reference-conv': network('reference-conv', {
    conv1: [3, 3, 1, 2],
    conv2: [3, 3, 2, 2],
    conv3: [3, 3, 2, 3],
    conv4: [3, 3, 3, 3],
    dense1: [12, 4],
    dense2: [4, 2],
  }),
};

/** The same network put together from core operations. */
function forward({ weights }: SavedNetwork, images: tf.Tensor4D, name: string): tf.Tensor {
  const of = (part: string) => {
    const { shape, values } = weights.find((each) => each.name === part)!;
    return tf.tensor(values, [...shape]);
  };
  const dense = (x: tf.Tensor, layer: string) =>
    tf.add(tf.matMul(x, of(`${layer}/kernel`)), of(`${layer}/bias`));
  const conv = (x: tf.Tensor, layer: string, stride: number) =>
    tf.add(
      tf.conv2d(x as tf.Tensor4D, of(`${layer}/kernel`) as tf.Tensor4D, stride, 'same'),
      of(`${layer}/bias`),
    );
  const flat = (x: tf.Tensor) => tf.reshape(x, [x.shape[0]!, -1]);
  const leaky = (x: tf.Tensor) => tf.leakyRelu(x, SLOPES.leakyrelu);
  const pool = (x: tf.Tensor) => tf.maxPool(x as tf.Tensor4D, 2, 2, 'same');
  if (name === 'mlp')
    return dense(tf.relu(dense(tf.relu(dense(flat(images), 'dense1')), 'dense2')), 'dense3');
  if (name === 'small-conv') {
    const features = tf.relu(conv(tf.relu(conv(images, 'conv1', 2)), 'conv2', 2));
    return dense(tf.relu(dense(flat(features), 'dense1')), 'dense2');
  }
  const block = (x: tf.Tensor, first: string, second: string) =>
    pool(leaky(conv(leaky(conv(x, first, 1)), second, 1)));
  const features = flat(block(block(images, 'conv1', 'conv2'), 'conv3', 'conv4'));
  return dense(leaky(dense(features, 'dense1')), 'dense2');
}

describe('a network in TensorFlow.js’ layers-model format', () => {
  test.each(Object.entries(networks))(
    '%s gives the same numbers in plain TensorFlow.js',
    async (name, saved) => {
      const { json, bytes } = writeLayersModel(saved);
      const { modelTopology, weightsManifest, ...artifacts } = JSON.parse(json);
      const model = await loadLayersModel({
        load: async () => ({
          ...artifacts,
          modelTopology,
          weightSpecs: weightsManifest[0].weights,
          weightData: bytes.buffer as ArrayBuffer,
        }),
      });
      const random = createRandom(8);
      const images = tf.tensor4d(
        Float32Array.from({ length: 3 * 30 }, () => random()),
        [3, 6, 5, 1],
      );
      const loaded = await (model.predict(images) as tf.Tensor).data();
      const expected = await forward(saved, images, name).data();
      expect(loaded.length).toBe(expected.length);
      for (const [index, value] of loaded.entries()) expect(value).toBeCloseTo(expected[index]!, 5);
    },
  );

  test.each(Object.entries(networks))('%s comes back as it was', (_, saved) => {
    expect(readLayersModel(writeLayersModel(saved))).toEqual(saved);
  });

  test('is refused when it is not whole, or someone else’s', () => {
    const { json, bytes } = writeLayersModel(networks.mlp);
    const refuse = (files: Parameters<typeof readLayersModel>[0], refusal: string) =>
      expect(() => readLayersModel(files)).toThrow(refusal);
    refuse({ json: '{', bytes }, 'model.json is no JSON');
    refuse({ json: '{}', bytes }, 'model.json should have the lab’s own metadata');
    refuse({ json, bytes: bytes.subarray(4) }, 'weights.bin ends after');
    refuse({ json, bytes: new Uint8Array(bytes.length + 4) }, `should have ${bytes.length} bytes`);
    refuse({ json: json.replace('"mlp"', '"vgg"'), bytes }, 'unknown network "vgg"');
    refuse({ json: json.replace('"relu"', '"tanh"'), bytes }, 'not the lab');
    expect(() => writeLayersModel({ ...networks.mlp, weights: [] })).toThrow(
      'needs the weights dense1/kernel',
    );
  });
});
