import { add, expandDims, relu, square, sub, sum, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { createBatchLoss, type MinerName } from '../../src/metric/batchLoss.ts';
import type { Embeddings } from '../../src/metric/embeddings.ts';
import { createRandom } from '../../src/metric/random.ts';
import { threeLoops } from '../../tests/reference/threeLoops.ts';
import { useNodeBackend } from '../training/nodeBackend.ts';
import type { Group, Row } from './report.ts';

const SIZES = [32, 64, 128, 256, 512, 1024, 2048];
/** Beyond it the tensor of all triplets takes seconds, and soon no memory is enough. */
const LARGEST_TENSOR = 256;
const CLASSES = 8;
const MARGIN = 0.5;
const LEAST_REPEATS = 3;
const MOST_REPEATS = 15;
const ENOUGH_MILLISECONDS = 1000;

function measure(what: string, run: () => unknown): Row {
  run();
  const values: number[] = [];
  const begun = performance.now();
  while (
    values.length < LEAST_REPEATS ||
    (values.length < MOST_REPEATS && performance.now() - begun < ENOUGH_MILLISECONDS)
  ) {
    const started = performance.now();
    run();
    values.push(performance.now() - started);
  }
  return { what, unit: 'ms', values };
}

/**
 * Batch-all over a tensor of all triplets, as it is usually written: the loss alone, without even
 * the masks and the gradient that ours includes.
 */
function tensorLoss({ values, rows, dims }: Embeddings): number {
  return tidy(() => {
    const points = tensor2d(Float32Array.from(values), [rows, dims]);
    const distances = sum(square(sub(expandDims(points, 0), expandDims(points, 1))), 2);
    const hinges = relu(add(sub(expandDims(distances, 2), expandDims(distances, 1)), MARGIN));
    return sum(hinges).dataSync()[0]!;
  });
}

function minerRow(miner: MinerName, embeddings: Embeddings, labels: readonly number[]): Row {
  const loss = createBatchLoss({
    loss: 'triplet',
    distance: 'squared',
    normalise: false,
    miner,
    reducer: 'mean-nonzero',
    margin: MARGIN,
  });
  const random = createRandom(1);
  return measure(`ours, ${miner}`, () => loss(embeddings, labels, random));
}

/** Loss and gradient of a batch in Node, against plain loops and a tensor of all triplets. */
export async function benchMining(): Promise<Group[]> {
  await useNodeBackend('wasm');
  const random = createRandom(1);
  return SIZES.map((rows) => {
    const values = Float32Array.from({ length: 2 * rows }, () => 2 * random() - 1);
    const embeddings = { values, rows, dims: 2 };
    const labels = Array.from({ length: rows }, (_, row) => row % CLASSES);
    const config = { distance: 'squared', margin: MARGIN, reducer: 'mean-nonzero' } as const;
    return {
      title: `Mining a batch of ${rows}, ${CLASSES} classes`,
      rows: [
        measure('three plain loops', () => threeLoops(embeddings, labels, config)),
        ...(rows <= LARGEST_TENSOR
          ? [measure('TensorFlow.js (wasm), [B, B, B], loss only', () => tensorLoss(embeddings))]
          : []),
        minerRow('batch-all', embeddings, labels),
        minerRow('batch-hard', embeddings, labels),
        minerRow('semi-hard', embeddings, labels),
      ],
    };
  });
}
