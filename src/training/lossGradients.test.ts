import { dispose, memory, mul, sub, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { createRandom } from '#metric/random.ts';
import { lossGradients } from './lossGradients.ts';
import { createNetwork } from './network/network.ts';

const rows = 12;
const random = createRandom(3);
const inputs = Float32Array.from({ length: rows * 64 }, random);
const labels = Array.from({ length: rows }, (_, row) => row % 3);
const lossOf = createBatchLoss({
  loss: 'triplet',
  distance: 'squared',
  miner: 'batch-all',
  reducer: 'mean-nonzero',
  normalise: false,
  margin: 0.5,
});

const squaredLength = (values: Tensor) =>
  (values.dataSync() as Float32Array).reduce((total, value) => total + value * value, 0);

const network = () =>
  createNetwork('small-conv', { height: 8, width: 8, dims: 2 }, createRandom(1));

const lossAt = (values: Float32Array) => lossOf({ values, rows, dims: 2 }, labels, random);

beforeAll(() => useNodeBackend('cpu'));

test('a parameter moved against its gradient lessens the loss by the square of it', async () => {
  const small = network();
  const { batchLoss, gradients } = await lossGradients(small, { inputs, rows, lossAt });
  const rate = 1e-4;
  const square = gradients.reduce((total, gradient) => total + squaredLength(gradient), 0);
  tidy(() => {
    for (const [index, { variable }] of small.parameters.entries())
      variable.assign(sub(variable, mul(gradients[index]!, rate)));
  });
  const after = await lossGradients(small, { inputs, rows, lossAt });
  expect((batchLoss.loss - after.batchLoss.loss) / (rate * square)).toBeCloseTo(1, 1);
  dispose([...gradients, ...after.gradients]);
  small.dispose();
});

test('nothing but the gradients is left behind, and not even they by a loss that fails', async () => {
  const small = network();
  const before = memory().numTensors;
  const { gradients } = await lossGradients(small, { inputs, rows, lossAt });
  expect(memory().numTensors).toBe(before + small.parameters.length);
  dispose([...gradients]);
  const failing = () => {
    throw new Error('no loss');
  };
  await expect(lossGradients(small, { inputs, rows, lossAt: failing })).rejects.toThrow('no loss');
  expect(memory().numTensors).toBe(before);
  small.dispose();
});
