import type { LayerSpec, NetworkEntry } from './entry.ts';

const conv = (filters: number): LayerSpec => ({
  kind: 'conv',
  filters,
  size: 3,
  stride: 1,
  activation: 'leakyrelu',
});

/**
 * The post's reference: its filters are padded to keep the size, which leaves 7 × 7 × 48 values of a
 * digit, and so 194,946 parameters in two dimensions. The time of a step is that of bench/kernels.md,
 * in batches of 120 digits.
 */
export const referenceConv = {
  name: 'reference-conv',
  label: 'the post’s conv net',
  about:
    '32-32-pool-48-48-pool-64 with LeakyReLU. A step takes about a hundred times as long as the MLP’s: try it with a smaller batch.',
  layers: [
    conv(32),
    conv(32),
    { kind: 'pool' },
    conv(48),
    conv(48),
    { kind: 'pool' },
    { kind: 'flatten' },
    { kind: 'dense', units: 64, activation: 'leakyrelu' },
  ],
  smallestSide: 4,
  // Seconds for the whole training set.
  offlinePool: 1000,
  sharesBatches: true,
  trialBatch: { p: 4, k: 4 },
} as const satisfies NetworkEntry;
