import { lookUp } from '../metric/lookUp.ts';
import type { TrainingConfig } from './config.ts';

type NetworkName = TrainingConfig['network'];

interface Shape {
  readonly height: number;
  readonly width: number;
  readonly dims: number;
}

const dense = (...sizes: readonly number[]) =>
  sizes.slice(1).reduce((total, to, index) => total + (sizes[index]! + 1) * to, 0);
const conv = (side: number, from: number, to: number) => (side * side * from + 1) * to;
const quartered = (length: number) => Math.ceil(Math.ceil(length / 2) / 2);

const sizes: ReadonlyMap<NetworkName, (shape: Shape) => number> = new Map<
  NetworkName,
  (shape: Shape) => number
>([
  ['mlp', ({ height, width, dims }) => dense(height * width, 256, 128, dims)],
  [
    'small-conv',
    ({ height, width, dims }) =>
      conv(5, 1, 8) + conv(3, 8, 16) + dense(16 * quartered(height) * quartered(width), 64, dims),
  ],
  [
    'reference-conv',
    ({ height, width, dims }) =>
      conv(3, 1, 32) +
      conv(3, 32, 32) +
      conv(3, 32, 48) +
      conv(3, 48, 48) +
      dense(48 * quartered(height) * quartered(width), 64, dims),
  ],
]);

/**
 * How many numbers a network learns, weights and biases: what networks.ts builds, counted without
 * TensorFlow.js so that the page can say it before anything is loaded. Throws on unknown names.
 */
export const networkSize = (network: NetworkName, shape: Shape): number =>
  lookUp(sizes, 'network', network)(shape);
