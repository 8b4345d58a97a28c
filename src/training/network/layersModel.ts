import { lookUp } from '#metric/lookUp.ts';
import { kerasLayers } from './kerasLayers.ts';
import { networks } from './networks/registry.ts';

/** A learned array: a dense kernel [in, out], a filter [height, width, in, out], or a bias. */
export interface Weights {
  /** Layer and part, such as `dense1/kernel`. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** A trained network apart from any backend. */
export interface SavedNetwork {
  readonly network: string;
  readonly height: number;
  readonly width: number;
  /** Whether embeddings were divided by their length; missing where nobody said. */
  readonly normalise?: boolean;
  readonly weights: readonly Weights[];
}

/** The two files of TensorFlow.js' layers-model format. */
export interface LayersModelFiles {
  readonly json: string;
  readonly bytes: Uint8Array;
}

const WEIGHTS_FILE = 'weights.bin';

const count = (shape: readonly number[]) => shape.reduce((product, length) => product * length, 1);

/**
 * A network as model.json and weights.bin, which `tf.loadLayersModel` reads: images [B, height,
 * width, 1] of 0 (paper) to 1 (ink) to embeddings, before any normalisation. Throws when a weight is
 * missing, or is not as large as its shape.
 */
export function writeLayersModel(saved: SavedNetwork): LayersModelFiles {
  const { network, height, width, normalise, weights } = saved;
  for (const { name, shape, values } of weights)
    if (values.length !== count(shape))
      throw new RangeError(
        `${name} of shape [${shape}] needs ${count(shape)} values, not ${values.length}`,
      );
  const [first, ...rest] = kerasLayers(network, (layer) => {
    const kernel = weights.find(({ name }) => name === `${layer}/kernel`);
    if (!kernel) throw new RangeError(`network "${network}" needs the weights ${layer}/kernel`);
    return kernel;
  });
  const input = {
    ...first!,
    config: { ...first!.config, batch_input_shape: [null, height, width, 1] },
  };
  const json = {
    format: 'layers-model',
    generatedBy: 'contrastive-learning-explained',
    convertedBy: null,
    userDefinedMetadata: { network, ...(normalise !== undefined && { normalise }) },
    modelTopology: {
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow',
      model_config: {
        class_name: 'Sequential',
        config: { name: network.replaceAll('-', '_'), layers: [input, ...rest] },
      },
    },
    weightsManifest: [
      {
        paths: [WEIGHTS_FILE],
        weights: weights.map(({ name, shape }) => ({ name, shape, dtype: 'float32' })),
      },
    ],
  };
  const bytes = new Uint8Array(4 * weights.reduce((sum, { values }) => sum + values.length, 0));
  const view = new DataView(bytes.buffer);
  let offset = 0;
  for (const { values } of weights)
    for (const value of values) {
      view.setFloat32(offset, value, true);
      offset += 4;
    }
  return { json: JSON.stringify(json), bytes };
}

/** A part of the JSON file, or a sentence on what should be there. */
function part<T>(value: unknown, isRight: (value: unknown) => value is T, what: string): T {
  if (!isRight(value)) throw new RangeError(`model.json should have ${what}`);
  return value;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isShape = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((length) => Number.isInteger(length) && length > 0);

function parse(json: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new RangeError('model.json is no JSON');
  }
  return part(value, isObject, 'an object');
}

/**
 * The network of files that `writeLayersModel` wrote. Throws a RangeError that says what is missing;
 * networks of other makers are refused.
 */
export function readLayersModel({ json, bytes }: LayersModelFiles): SavedNetwork {
  const model = parse(json);
  const metadata = part(model['userDefinedMetadata'], isObject, 'the lab’s own metadata');
  const network = part(metadata['network'], isText, 'the name of its network');
  const { normalise } = metadata;
  lookUp(networks as ReadonlyMap<string, unknown>, 'network', network);
  const [group] = part(model['weightsManifest'], Array.isArray, 'a weightsManifest') as unknown[];
  const entries = part(
    part(group, isObject, 'a weightsManifest')['weights'],
    Array.isArray,
    'a list of its weights',
  ) as unknown[];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 0;
  const weights = entries.map((entryOf, index): Weights => {
    const { name, shape, dtype } = part(entryOf, isObject, `an object for weight ${index}`);
    const sizes = part(shape, isShape, `the shape of weight ${index}`);
    if (dtype !== 'float32') throw new RangeError(`weight ${index} should be float32`);
    if (offset + 4 * count(sizes) > bytes.length)
      throw new RangeError(
        `${WEIGHTS_FILE} ends after ${bytes.length} bytes, within weight ${index}`,
      );
    const values = Float32Array.from({ length: count(sizes) }, (_, place) =>
      view.getFloat32(offset + 4 * place, true),
    );
    offset += 4 * count(sizes);
    return { name: part(name, isText, `the name of weight ${index}`), shape: sizes, values };
  });
  if (offset !== bytes.length)
    throw new RangeError(`${WEIGHTS_FILE} should have ${offset} bytes, not ${bytes.length}`);
  const [height, width] = inputShape(model);
  const says = typeof normalise === 'boolean' ? { normalise } : {};
  const saved = { network, height, width, ...says, weights };
  if (JSON.stringify(JSON.parse(writeLayersModel(saved).json)) !== JSON.stringify(model))
    throw new RangeError(`model.json is not the lab's network "${network}" as it was saved`);
  return saved;
}

function inputShape(model: Record<string, unknown>): [number, number] {
  const what = 'a Sequential model with the shape of its input';
  const topology = part(model['modelTopology'], isObject, what);
  const { config } = part(topology['model_config'], isObject, what);
  const layers = part(part(config, isObject, what)['layers'], Array.isArray, what) as unknown[];
  const first = part(part(layers[0], isObject, what)['config'], isObject, what);
  const shape = part(first['batch_input_shape'], Array.isArray, what) as unknown[];
  const [height, width] = part(shape.slice(1, 3), isShape, what);
  return [height ?? 0, width ?? 0];
}
