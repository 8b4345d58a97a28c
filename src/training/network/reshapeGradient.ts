import { Reshape, registerGradient, reshape, type Tensor } from '@tensorflow/tfjs-core';

/**
 * The gradient of a reshape is the gradient from above in the shape from below. TensorFlow.js
 * registers its own only together with all others, whose code the page would have to load.
 */
export function registerReshapeGradient(): void {
  registerGradient({
    kernelName: Reshape,
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({ x: () => reshape(dy as Tensor, x!.shape) }),
  });
}
