import { add, expandDims, relu, square, sub, sum, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { createBatchLoss } from '../../src/metric/batchLoss.ts';
import { createRandom } from '../../src/metric/random.ts';
import { useNodeBackend } from '../training/nodeBackend.ts';
import type { Group } from './report.ts';

const SIZES = [32, 64, 128, 256];
const CLASSES = 8;
const MARGIN = 0.5;
const REPEATS = 7;

function measure(run: () => void): number[] {
  run();
  return Array.from({ length: REPEATS }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
}

/**
 * Batch-all over a tensor of all triplets, as it is usually written: the loss alone, without even
 * the masks and the gradient that ours includes.
 */
function tensorLoss(values: Float32Array, rows: number): number {
  return tidy(() => {
    const points = tensor2d(values, [rows, 2]);
    const difference = sub(expandDims(points, 0), expandDims(points, 1));
    const distances = sum(square(difference), 2);
    const hinges = relu(add(sub(expandDims(distances, 2), expandDims(distances, 1)), MARGIN));
    return sum(hinges).dataSync()[0]!;
  });
}

/** Our batch-all loss with its gradient beside the loss alone over a [B, B, B] tensor, in Node. */
export async function benchTensorMining(): Promise<Group[]> {
  await useNodeBackend('wasm');
  const random = createRandom(1);
  const loss = createBatchLoss({
    loss: 'triplet',
    distance: 'squared',
    normalise: false,
    miner: 'batch-all',
    reducer: 'mean-nonzero',
    margin: MARGIN,
  });
  return SIZES.map((rows) => {
    const values = Float32Array.from({ length: 2 * rows }, () => 2 * random() - 1);
    const labels = Array.from({ length: rows }, (_, row) => row % CLASSES);
    return {
      title: `Batch-all of ${rows} against a tensor of all triplets`,
      rows: [
        {
          what: 'TensorFlow.js (wasm), [B, B, B], loss only',
          unit: 'ms',
          values: measure(() => tensorLoss(values, rows)),
        },
        {
          what: 'ours, loss and gradient',
          unit: 'ms',
          values: measure(() => loss({ values, rows, dims: 2 }, labels, random)),
        },
      ],
    };
  });
}
