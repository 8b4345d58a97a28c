import type { Random } from '#metric/random.ts';
import type { Activation } from './activationGradient.ts';
import {
  convLayer,
  denseLayer,
  flattenLayer,
  imagesLayer,
  type Layer,
  poolLayer,
} from './layers.ts';

/** What goes in and comes out: images of height × width to `dims` numbers. */
export interface NetworkShape {
  readonly height: number;
  readonly width: number;
  readonly dims: number;
}

/** The layers of a network, from the images to the embedding. */
export type Blueprint = (shape: NetworkShape, random: Random) => readonly Layer[];

/** Dense layers from `from` values over hidden ones to the embedding, which has no activation. */
function denseStack(
  from: number,
  hidden: readonly number[],
  dims: number,
  activation: Activation,
  random: Random,
): Layer[] {
  const sizes = [from, ...hidden, dims];
  return sizes.slice(1).map((to, index) =>
    denseLayer({
      name: `dense${index + 1}`,
      from: sizes[index]!,
      to,
      activation: index < hidden.length ? activation : 'linear',
      random,
    }),
  );
}

/** A multilayer perceptron with ReLU: 784-256-128-2 for digits on the plane. */
const mlp: Blueprint = ({ height, width, dims }, random) =>
  denseStack(height * width, [256, 128], dims, 'relu', random);

const halved = (length: number) => Math.ceil(length / 2);

/** 5×5×8 and 3×3×16, both of stride 2, then dense 64: the cheapest convolutions that help. */
const smallConv: Blueprint = ({ height, width, dims }, random) => {
  const common = { stride: 2, activation: 'relu', random } as const;
  const pixels = halved(halved(height)) * halved(halved(width));
  return [
    imagesLayer(height, width),
    convLayer({ name: 'conv1', from: 1, to: 8, size: 5, ...common }),
    convLayer({ name: 'conv2', from: 8, to: 16, size: 3, ...common }),
    flattenLayer(),
    ...denseStack(16 * pixels, [64], dims, 'relu', random),
  ];
};

/**
 * The post's reference, 32-32-pool-48-48-pool-64 with LeakyReLU: 3×3 filters padded to keep the size
 * leave 7 × 7 × 48 values of a digit, and so 194,946 parameters in two dimensions.
 */
const referenceConv: Blueprint = ({ height, width, dims }, random) => {
  const common = { size: 3, stride: 1, activation: 'leakyrelu', random } as const;
  const pixels = halved(halved(height)) * halved(halved(width));
  return [
    imagesLayer(height, width),
    convLayer({ name: 'conv1', from: 1, to: 32, ...common }),
    convLayer({ name: 'conv2', from: 32, to: 32, ...common }),
    poolLayer(),
    convLayer({ name: 'conv3', from: 32, to: 48, ...common }),
    convLayer({ name: 'conv4', from: 48, to: 48, ...common }),
    poolLayer(),
    flattenLayer(),
    ...denseStack(48 * pixels, [64], dims, 'leakyrelu', random),
  ];
};

export type NetworkName = 'mlp' | 'small-conv' | 'reference-conv';

export const networks: ReadonlyMap<NetworkName, Blueprint> = new Map<NetworkName, Blueprint>([
  ['mlp', mlp],
  ['small-conv', smallConv],
  ['reference-conv', referenceConv],
]);
