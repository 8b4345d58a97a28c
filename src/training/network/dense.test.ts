import { ones, type Tensor, tensor1d, tensor3d } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { type Activation, SLOPES } from './activations.ts';
import { dense, denseBackward } from './dense.ts';

const X = [0.5, -1, 2, 1, 0.3, -0.7];
const WEIGHTS = [0.2, -0.4, 0.6, 0.1, -0.3, 0.8];
const BIAS = [0.05, -0.1];

/** Σ weighted activation(x·w + b), on plain numbers. */
function reference(x: number[], w: number[], b: number[], activation: Activation): number {
  let total = 0;
  for (let row = 0; row < 2; row++) {
    for (let out = 0; out < 2; out++) {
      let z = b[out]!;
      for (let i = 0; i < 3; i++) z += x[row * 3 + i]! * w[i * 2 + out]!;
      total += z > 0 ? z : z * SLOPES[activation];
    }
  }
  return total;
}

const slope = (f: (values: number[]) => number, values: number[]): number[] =>
  values.map((value, index) => {
    const h = 1e-5;
    return (f(values.with(index, value + h)) - f(values.with(index, value - h))) / (2 * h);
  });

test.each([
  ['relu', false],
  ['linear', false],
  ['leakyrelu', false],
  ['relu', true],
  ['linear', true],
  ['leakyrelu', true],
] as const)(
  'the %s layer has the slope of its values, with our kernels: %s',
  async (activation, accelerated) => {
    await useNodeBackend('wasm', { accelerated });
    const [x, weights, bias] = [
      tensor3d(X, [1, 2, 3]),
      tensor3d(WEIGHTS, [1, 3, 2]),
      tensor1d(BIAS),
    ];
    const y = dense(x, weights, bias, activation);
    const passed = { x, y, dy: ones([1, 2, 2]), wantsX: true };
    const { x: dx, parameters } = denseBackward(passed, weights, activation);
    const [dw, db] = parameters as [Tensor, Tensor];
    const close = (actual: Tensor, expected: number[]) =>
      actual.dataSync().forEach((value, index) => {
        expect(value).toBeCloseTo(expected[index]!, 4);
      });
    close(
      dx!,
      slope((x) => reference(x, WEIGHTS, BIAS, activation), X),
    );
    close(
      dw,
      slope((w) => reference(X, w, BIAS, activation), WEIGHTS),
    );
    close(
      db,
      slope((b) => reference(X, WEIGHTS, b, activation), BIAS),
    );
  },
);
