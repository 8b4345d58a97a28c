import { memory, type Tensor, tensor1d, tidy, train, type Variable } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { createOptimiser } from './optimiser.ts';
import type { OptimiserName } from './registry.ts';

const START = [1, -2, 0.5];
const STEPS = 20;

/** Gradients that change from step to step and in sign. */
const gradientAt = (step: number) => START.map((value, i) => Math.sin(step + i) * value);

function trained(name: OptimiserName, momentum: number): number[] {
  const variable = tidy(() => tensor1d(START).variable()) as Variable;
  const optimiser = createOptimiser(name, { variables: [variable], learningRate: 0.1, momentum });
  for (let step = 0; step < STEPS; step++) {
    const gradient: Tensor = tensor1d(gradientAt(step));
    optimiser.update([gradient]);
    gradient.dispose();
  }
  const values = [...variable.dataSync()];
  optimiser.dispose();
  variable.dispose();
  return values;
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  actual.forEach((value, index) => {
    expect(value).toBeCloseTo(expected[index]!, 4);
  });
}

describe.each([false, true])('an optimiser (our kernels: %s)', (accelerated) => {
  beforeAll(() => useNodeBackend('wasm', { accelerated }));

  test('adam goes where tf.train.adam goes', () => {
    const variable = tidy(() => tensor1d(START).variable()) as Variable;
    const theirs = train.adam(0.1);
    for (let step = 0; step < STEPS; step++) {
      const gradient = tensor1d(gradientAt(step));
      theirs.applyGradients([{ name: variable.name, tensor: gradient }]);
      gradient.dispose();
    }
    expectClose(trained('adam', 0), [...variable.dataSync()]);
    theirs.dispose();
    variable.dispose();
  });

  test.each([0, 0.9])('sgd goes where plain numbers go, with momentum %d', (momentum) => {
    const values = [...START];
    const velocity = START.map(() => 0);
    for (let step = 0; step < STEPS; step++) {
      gradientAt(step).forEach((gradient, i) => {
        velocity[i] = momentum * velocity[i]! + gradient;
        values[i]! -= 0.1 * velocity[i]!;
      });
    }
    expectClose(trained('sgd', momentum), values);
  });

  test('leaves nothing behind', () => {
    const before = memory().numTensors;
    trained('adam', 0);
    trained('sgd', 0.9);
    expect(memory().numTensors).toBe(before);
  });

  test('of another name is refused, naming those that are known', () => {
    const options = { variables: [], learningRate: 1, momentum: 0 };
    expect(() => createOptimiser('lion' as OptimiserName, options)).toThrow('adam, sgd');
  });
});
