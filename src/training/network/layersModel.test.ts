import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '#metric/random.ts';
import { createEmbedder } from './embedder.ts';
import {
  readLayersModel,
  type SavedNetwork,
  type Weights,
  writeLayersModel,
} from './layersModel.ts';
import { type NetworkName, networks } from './networks/registry.ts';
import { networkShapes } from './networkSize.ts';

beforeAll(() => tf.setBackend('cpu'));

/** Sides that two strides of 2 do not divide, so that the padding counts. */
const [HEIGHT, WIDTH, DIMS] = [11, 9, 3];
const IMAGES = 4;

function network(name: NetworkName): SavedNetwork {
  const random = createRandom(5);
  const shapes = networkShapes(name, { height: HEIGHT, width: WIDTH, dims: DIMS });
  const weights = [...shapes].map(([of, shape]): Weights => {
    const length = shape.reduce((size, side) => size * side, 1);
    return { name: of, shape, values: Float32Array.from({ length }, () => 0.4 * (random() - 0.5)) };
  });
  return { network: name, height: HEIGHT, width: WIDTH, weights };
}

const everyNetwork = [...networks.keys()].map((name) => [name, network(name)] as const);

/** Embeddings of a saved network in TensorFlow.js, which knows nothing of ours. */
async function embedInTensorFlow(saved: SavedNetwork, images: Uint8Array): Promise<Float32Array> {
  const { json, bytes } = writeLayersModel(saved);
  const { modelTopology, weightsManifest } = JSON.parse(json);
  const model = await tf.loadLayersModel(
    tf.io.fromMemory({
      modelTopology,
      weightSpecs: weightsManifest[0].weights,
      weightData: bytes.buffer as ArrayBuffer,
    }),
  );
  const inputs = Float32Array.from(images, (byte) => byte / 255);
  const shape: [number, number, number, number] = [IMAGES, HEIGHT, WIDTH, 1];
  return (await (model.predict(tf.tensor4d(inputs, shape)) as tf.Tensor).data()) as Float32Array;
}

describe('a network in TensorFlow.js’ layers-model format', () => {
  test.each(everyNetwork)('%s embeds in plain TensorFlow.js as it does here', async (_, saved) => {
    const random = createRandom(8);
    const images = Uint8Array.from({ length: IMAGES * HEIGHT * WIDTH }, () => 256 * random());
    const loaded = await embedInTensorFlow(saved, images);
    const ours = await createEmbedder(saved, false).embed(images);
    expect(loaded.length).toBe(IMAGES * DIMS);
    // Images that lie apart: a network that said the same of all would agree with any.
    expect(new Set(loaded).size).toBe(loaded.length);
    for (const [index, value] of loaded.entries()) expect(value).toBeCloseTo(ours[index]!, 4);
  });

  test.each(everyNetwork)('%s comes back as it was', (_, saved) => {
    expect(readLayersModel(writeLayersModel(saved))).toEqual(saved);
  });

  test('is refused when it is not whole, or someone else’s', () => {
    const mlp = network('mlp');
    const { json, bytes } = writeLayersModel(mlp);
    const refuse = (files: Parameters<typeof readLayersModel>[0], refusal: string) =>
      expect(() => readLayersModel(files)).toThrow(refusal);
    refuse({ json: '{', bytes }, 'model.json is no JSON');
    refuse({ json: '{}', bytes }, 'model.json should have the lab’s own metadata');
    refuse({ json, bytes: bytes.subarray(4) }, 'weights.bin ends after');
    refuse({ json, bytes: new Uint8Array(bytes.length + 4) }, `should have ${bytes.length} bytes`);
    refuse({ json: json.replace('"mlp"', '"vgg"'), bytes }, 'unknown network "vgg"');
    refuse({ json: json.replace('"relu"', '"tanh"'), bytes }, 'not the lab');
    expect(() => writeLayersModel({ ...mlp, weights: [] })).toThrow(
      'needs the weights dense1/kernel',
    );
  });
});
