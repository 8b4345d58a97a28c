import { train } from '@tensorflow/tfjs';
import type { Optimiser, OptimiserOptions } from '#training/optimisers/optimiser.ts';

/** In the place of src/training/optimisers/optimiser.ts: Adam as TensorFlow.js has it. */
export function createOptimiser(name: string, { variables, learningRate }: OptimiserOptions) {
  if (name !== 'adam') throw new RangeError(`the comparison is of Adam, not of ${name}`);
  const adam = train.adam(learningRate);
  return {
    learningRate,
    updates: 0,
    memories: [],
    update: (gradients) =>
      adam.applyGradients(
        gradients.map((tensor, index) => ({ name: variables[index]!.name, tensor })),
      ),
    dispose: () => adam.dispose(),
  } satisfies Optimiser;
}
