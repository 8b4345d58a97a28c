import type { NetworkEntry } from './entry.ts';

/** A multilayer perceptron with ReLU: 784-256-128-2 for digits on the plane. */
export const mlp = {
  name: 'mlp',
  label: 'MLP',
  about: 'Two hidden layers, 256 and 128 wide. The quickest.',
  layers: [
    { kind: 'flatten' },
    { kind: 'dense', units: 256, activation: 'relu' },
    { kind: 'dense', units: 128, activation: 'relu' },
  ],
  smallestSide: 1,
} as const satisfies NetworkEntry;
