import type { NetworkEntry } from './entry.ts';

/** The cheapest convolutions that help. The time of a step is that of bench/kernels.md, in batches of 120 digits. */
export const smallConv = {
  name: 'small-conv',
  label: 'small conv net',
  about: 'Two convolutions of stride 2, then 64. A step takes about twice as long as the MLP’s.',
  layers: [
    { kind: 'conv', filters: 8, size: 5, stride: 2, activation: 'relu' },
    { kind: 'conv', filters: 16, size: 3, stride: 2, activation: 'relu' },
    { kind: 'flatten' },
    { kind: 'dense', units: 64, activation: 'relu' },
  ],
  smallestSide: 4,
} as const satisfies NetworkEntry;
