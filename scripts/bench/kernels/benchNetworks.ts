import type { NetworkName } from '#training/network/networks/registry.ts';

/** The three networks that are timed, as every engine builds them: layers in order, 28 × 28 digits in. */
export type BenchLayer =
  | ({ readonly kind: 'convolution'; readonly size: number; readonly stride: 1 | 2 } & Widths)
  | { readonly kind: 'pool' }
  | ({ readonly kind: 'dense' } & Widths);

interface Widths {
  readonly from: number;
  readonly to: number;
  readonly activation: 'linear' | 'relu' | 'leakyrelu';
}

export type BenchNetworkName = 'MLP' | 'small conv' | 'reference conv';

const dense = (from: number, to: number, activation: Widths['activation']): BenchLayer => ({
  kind: 'dense',
  from,
  to,
  activation,
});

const convolution = (
  from: number,
  to: number,
  size: number,
  stride: 1 | 2,
  activation: Widths['activation'],
): BenchLayer => ({ kind: 'convolution', from, to, size, stride, activation });

const pool: BenchLayer = { kind: 'pool' };

/** The same ones in the lab. */
export const ourNetworks: Readonly<Record<BenchNetworkName, NetworkName>> = {
  MLP: 'mlp',
  'small conv': 'small-conv',
  'reference conv': 'reference-conv',
};

export const benchNetworks: Readonly<Record<BenchNetworkName, readonly BenchLayer[]>> = {
  MLP: [dense(784, 256, 'relu'), dense(256, 128, 'relu'), dense(128, 2, 'linear')],
  'small conv': [
    convolution(1, 8, 5, 2, 'relu'),
    convolution(8, 16, 3, 2, 'relu'),
    dense(784, 64, 'relu'),
    dense(64, 2, 'linear'),
  ],
  'reference conv': [
    convolution(1, 32, 3, 1, 'leakyrelu'),
    convolution(32, 32, 3, 1, 'leakyrelu'),
    pool,
    convolution(32, 48, 3, 1, 'leakyrelu'),
    convolution(48, 48, 3, 1, 'leakyrelu'),
    pool,
    dense(2352, 64, 'leakyrelu'),
    dense(64, 2, 'linear'),
  ],
};

/** Initial numbers of each layer's weights, small enough that nothing blows up while it is timed. */
export function initialWeights(
  layer: BenchLayer,
): { shape: number[]; values: Float32Array<ArrayBuffer> } | undefined {
  if (layer.kind === 'pool') return undefined;
  const { from, to } = layer;
  const shape = layer.kind === 'dense' ? [from, to] : [layer.size, layer.size, from, to];
  const length = shape.reduce((size, side) => size * side, 1);
  const spread = Math.sqrt(6 / (length / to));
  const values = Float32Array.from(
    { length },
    (_, index) => spread * (((((Math.sin(index + 1) * 43758.5453) % 1) + 1) % 1) * 2 - 1),
  );
  return { shape, values };
}
