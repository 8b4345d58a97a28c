import {
  dispose,
  type Rank,
  type Tensor,
  tensor,
  tidy,
  type Variable,
} from '@tensorflow/tfjs-core';
import type { LearnedArray } from '#metric/losses/loss.ts';
import type { Rates } from './optimisers/entry.ts';
import { createOptimiser, type Optimiser } from './optimisers/optimiser.ts';
import type { OptimiserName } from './optimisers/registry.ts';

export interface Learned {
  readonly variables: readonly Variable[];
  readonly optimiser: Optimiser;
  /** The values of each array now. */
  read(): Promise<Float64Array[]>;
  /** One step, by a gradient for each array. */
  update(gradients: readonly Float64Array[]): void;
  dispose(): void;
}

const toTensor = (values: Float32Array, shape: readonly number[]): Tensor =>
  tensor<Rank>(values, [...shape]);

/**
 * What a loss learns besides the network, such as a vector for each class: variables on the current
 * backend, with an optimiser of their own. Of a loss that learns nothing there are none.
 */
export function createLearned(
  arrays: readonly LearnedArray[],
  name: OptimiserName,
  rates: Rates,
): Learned {
  const variables: Variable[] = arrays.map(({ shape, values }) =>
    tidy(() => toTensor(values, shape).variable()),
  );
  const optimiser = createOptimiser(name, { variables, ...rates });
  return {
    variables,
    optimiser,
    read: () =>
      Promise.all(variables.map(async (variable) => Float64Array.from(await variable.data()))),
    update(gradients) {
      const tensors = gradients.map((gradient, k) =>
        toTensor(Float32Array.from(gradient), arrays[k]!.shape),
      );
      optimiser.update(tensors);
      dispose(tensors);
    },
    dispose() {
      optimiser.dispose();
      dispose(variables);
    },
  };
}
