import { lookUp } from '#metric/lookUp.ts';
import type { TrainingConfig } from '../config.ts';

type NetworkName = TrainingConfig['network'];

interface Shape {
  readonly height: number;
  readonly width: number;
  readonly dims: number;
}

type Shapes = ReadonlyMap<string, readonly number[]>;

const quartered = (length: number) => Math.ceil(Math.ceil(length / 2) / 2);

/** Kernels and biases of the layers, in order: a dense kernel is [in, out], a filter [h, w, in, out]. */
function withBiases(
  kernels: readonly (readonly [layer: string, shape: readonly number[]])[],
): Shapes {
  return new Map(
    kernels.flatMap(([layer, shape]): [string, readonly number[]][] => [
      [`${layer}/kernel`, shape],
      [`${layer}/bias`, [shape.at(-1)!]],
    ]),
  );
}

const shapes: ReadonlyMap<NetworkName, (shape: Shape) => Shapes> = new Map<
  NetworkName,
  (shape: Shape) => Shapes
>([
  [
    'mlp',
    ({ height, width, dims }) =>
      withBiases([
        ['dense1', [height * width, 256]],
        ['dense2', [256, 128]],
        ['dense3', [128, dims]],
      ]),
  ],
  [
    'small-conv',
    ({ height, width, dims }) =>
      withBiases([
        ['conv1', [5, 5, 1, 8]],
        ['conv2', [3, 3, 8, 16]],
        ['dense1', [16 * quartered(height) * quartered(width), 64]],
        ['dense2', [64, dims]],
      ]),
  ],
  [
    'reference-conv',
    ({ height, width, dims }) =>
      withBiases([
        ['conv1', [3, 3, 1, 32]],
        ['conv2', [3, 3, 32, 32]],
        ['conv3', [3, 3, 32, 48]],
        ['conv4', [3, 3, 48, 48]],
        ['dense1', [48 * quartered(height) * quartered(width), 64]],
        ['dense2', [64, dims]],
      ]),
  ],
]);

/**
 * The shape of each array that a network learns, by name: what networks.ts builds, known without
 * TensorFlow.js, so that the page can tell before anything is loaded. Throws on unknown names.
 */
export const networkShapes = (network: NetworkName, shape: Shape): Shapes =>
  lookUp(shapes, 'network', network)(shape);

/** How many numbers a network learns, weights and biases. Throws on unknown names. */
export const networkSize = (network: NetworkName, shape: Shape): number =>
  [...networkShapes(network, shape).values()].reduce(
    (total, lengths) => total + lengths.reduce((product, length) => product * length, 1),
    0,
  );
