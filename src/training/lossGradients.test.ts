import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { createRandom } from '#metric/random.ts';
import * as backends from './compute/backends.ts';
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
  reducer: 'mean-nonzero',
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

describe.each(['mlp', 'small-conv'] as const)('the gradients of the network %s', (name) => {
  beforeAll(() => useNodeBackend('cpu'));

  test('are the same in two passes as on one tape, and leave nothing behind', async () => {
    const network = createNetwork(name, { height: 8, width: 8, dims: 2 }, createRandom(1));
    const before = memory().numTensors;
    const onOneTape = await gradientsOf(network);
    // As if the backend were one that answers later.
    const graphics = vi.spyOn(backends, 'isGraphics').mockReturnValue(true);
    const inTwoPasses = await gradientsOf(network);
    expect(graphics).toHaveBeenCalled();
    graphics.mockRestore();
    expect(memory().numTensors).toBe(before);
    expect(inTwoPasses).toEqual(onOneTape);
    expect(onOneTape.loss).toBeGreaterThan(0);
    network.dispose();
  });
});
