/**
 * Kernels that TensorFlow.js does not have. Where `getKernel(name, backendName)` finds nothing, the
 * same is composed of core ops instead.
 */

/**
 * Backwards through y = activation(z + bias): from dy and y (any shape, the bias along the last
 * axis) to the gradients with respect to z and to the bias, in this order. Its attribute `slope` is what
 * the activation multiplies a negative number by: 1 linear, 0 ReLU, else LeakyReLU.
 */
export const ACTIVATION_GRADIENT = 'ActivationGradient';

/**
 * A step of Adam on the memory of its four inputs (`variable`, `gradient`, `firstMoment`,
 * `secondMoment`), which all have the variable's shape. It has no output: call the kernel's function,
 * `getKernel(ADAM_UPDATE, getBackend())?.kernelFunc({ inputs, attrs, backend: backend() })`.
 */
export const ADAM_UPDATE = 'AdamUpdate';

export interface AdamAttributes {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** How many updates this one makes it, from 1: the moments' bias depends on it. */
  readonly step: number;
}

/**
 * A step of gradient descent on `variable` by `gradient`, in place in the same way. With momentum there
 * is a `velocity` too, which becomes momentum·velocity + gradient.
 */
export const SGD_UPDATE = 'SgdUpdate';

export interface SgdAttributes {
  readonly learningRate: number;
  readonly momentum: number;
}
