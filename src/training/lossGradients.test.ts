import { memory, tensor, tidy } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { createRandom } from '#metric/random.ts';
import { lossGradients } from './lossGradients.ts';
import { createNetwork, type Network } from './network/network.ts';

const rows = 12;
const random = createRandom(3);
const inputs = Float32Array.from({ length: rows * 64 }, random);
const labels = Array.from({ length: rows }, (_, row) => row % 3);
const lossOf = createBatchLoss({
  loss: 'triplet',
  distance: 'squared',
  miner: 'batch-all',
  reducer: 'mean',
  normalise: false,
  margin: 0.5,
});

async function gradientsOf(network: Network) {
  const { batchLoss, gradients } = await lossGradients(network, {
    inputs,
    rows,
    lossAt: (values) => lossOf({ values, rows, dims: 2 }, labels, random),
  });
  const values = gradients.map((gradient) => Array.from(gradient.dataSync()));
  for (const gradient of gradients) gradient.dispose();
  return { loss: batchLoss.loss, values };
}

test.each(['mlp', 'small-conv'] as const)(
  'the gradients of the network %s are the slopes of its loss, and nothing is left behind',
  async (name) => {
    await useNodeBackend('cpu');
    const network = createNetwork(name, { height: 8, width: 8, dims: 2 }, createRandom(1));
    const before = memory().numTensors;
    const { loss, values } = await gradientsOf(network);
    expect(memory().numTensors).toBe(before);
    expect(loss).toBeGreaterThan(0);
    const { variable } = network.parameters.at(-2)!;
    const initial = variable.dataSync().slice() as Float32Array;
    const gradient = values.at(-2)!;
    // Where the slope is steepest a float32 tells it best.
    const steepest = gradient.reduce(
      (best, slope, place) => (Math.abs(slope) > Math.abs(gradient[best]!) ? place : best),
      0,
    );
    const lossWith = async (shift: number) => {
      const weights = initial.slice();
      weights[steepest]! += shift;
      tidy(() => variable.assign(tensor(weights, variable.shape)));
      return (await gradientsOf(network)).loss;
    };
    const step = 1e-3;
    const slope = ((await lossWith(step)) - (await lossWith(-step))) / (2 * step);
    expect(gradient[steepest]! / slope).toBeCloseTo(1, 1);
    network.dispose();
  },
);
