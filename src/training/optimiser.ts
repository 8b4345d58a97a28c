import {
  add,
  backend,
  dispose,
  div,
  getBackend,
  getKernel,
  mul,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  sqrt,
  square,
  type Tensor,
  tidy,
  type Variable,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { ADAM_UPDATE, SGD_UPDATE } from '#kernels/names.ts';
import { lookUp } from '#metric/lookUp.ts';

/** Changes variables by their gradients, in the order in which it was given the variables. */
export interface Optimiser {
  /** Takes effect with the next update. */
  learningRate: number;
  update(gradients: readonly Tensor[]): void;
  dispose(): void;
}

export interface OptimiserOptions {
  readonly variables: readonly Variable[];
  readonly learningRate: number;
  /** Of SGD: which share of the last step is taken once more. */
  readonly momentum: number;
}

const BETA1 = 0.9;
const BETA2 = 0.999;
/** That of TensorFlow.js; PyTorch has 1e-8. */
const EPSILON = 1e-7;

const likeThem = (variables: readonly Variable[]): Variable[] =>
  tidy(() => variables.map((variable) => zerosLike(variable).variable(false)));

/**
 * Lets the backend's own kernel of that name make the update in place, where it has one: many times
 * faster than the same from small operations. Says whether it did.
 */
function updateInPlace(name: string, inputs: NamedTensorInfoMap, attrs: NamedAttrMap): boolean {
  const kernel = getKernel(name, getBackend());
  kernel?.kernelFunc({ inputs, attrs, backend: backend() });
  return kernel !== undefined;
}

/** Adam (Kingma and Ba 2015) with the bias correction of `tf.train.adam`. */
function adam({ variables, learningRate }: OptimiserOptions): Optimiser {
  const firsts = likeThem(variables);
  const seconds = likeThem(variables);
  let step = 0;
  return {
    learningRate,
    update(gradients) {
      step++;
      const unbias1 = 1 - BETA1 ** step;
      const unbias2 = 1 - BETA2 ** step;
      variables.forEach((variable, index) => {
        const gradient = gradients[index]!;
        const [first, second] = [firsts[index]!, seconds[index]!];
        const inputs = { variable, gradient, firstMoment: first, secondMoment: second };
        const rates = { beta1: BETA1, beta2: BETA2, epsilon: EPSILON, step };
        if (updateInPlace(ADAM_UPDATE, inputs, { learningRate: this.learningRate, ...rates }))
          return;
        tidy(() => {
          first.assign(add(mul(first, BETA1), mul(gradient, 1 - BETA1)));
          second.assign(add(mul(second, BETA2), mul(square(gradient), 1 - BETA2)));
          const direction = div(div(first, unbias1), add(sqrt(div(second, unbias2)), EPSILON));
          variable.assign(add(mul(direction, -this.learningRate), variable));
        });
      });
    },
    dispose: () => dispose([...firsts, ...seconds]),
  };
}

/** Stochastic gradient descent with momentum as PyTorch has it: v = momentum·v + g, w = w - rate·v. */
function sgd({ variables, learningRate, momentum }: OptimiserOptions): Optimiser {
  const velocities = likeThem(variables);
  return {
    learningRate,
    update(gradients) {
      variables.forEach((variable, index) => {
        const velocity = velocities[index]!;
        const gradient = gradients[index]!;
        const rates = { learningRate: this.learningRate, momentum };
        if (updateInPlace(SGD_UPDATE, { variable, gradient, velocity }, rates)) return;
        tidy(() => {
          velocity.assign(add(mul(velocity, momentum), gradient));
          variable.assign(add(mul(velocity, -this.learningRate), variable));
        });
      });
    },
    dispose: () => dispose(velocities),
  };
}

export type OptimiserName = 'adam' | 'sgd';

const optimisers: ReadonlyMap<OptimiserName, (options: OptimiserOptions) => Optimiser> = new Map([
  ['adam', adam],
  ['sgd', sgd],
]);

/** An optimiser by name, its memory of past gradients empty. Throws on names that it does not know. */
export const createOptimiser = (name: OptimiserName, options: OptimiserOptions): Optimiser =>
  lookUp(optimisers, 'optimiser', name)(options);
