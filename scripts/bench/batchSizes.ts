import { type BatchShape, ENGINE_NAMES, type Engine, stepTimes } from './kernels/engines.ts';
import { findTorch } from './kernels/findTorch.ts';
import { torchStepTimes } from './kernels/torchRows.ts';
import { type Group, type Measured, slug } from './report.ts';

const NETWORK = 'MLP';
const CLASSES = 8;
const SIZES = [32, 64, 128, 256, 512, 1024, 2048] as const;
const ENGINES: readonly Engine[] = ['stock', 'our kernels', 'jax-js'];

/** Images a second at each size of a batch, by the time of each step. */
const group = (id: string, what: string, timesOf: (batch: BatchShape) => number[]): Group => ({
  id: `batch-size-${slug(id)}`,
  title: `Images a second by the size of the batch: ${what}`,
  rows: SIZES.map((size) => ({
    id: `${size}`,
    what: `B = ${size}`,
    unit: 'images/s',
    values: timesOf([CLASSES, size / CLASSES]).map((milliseconds) => (1000 * size) / milliseconds),
  })),
});

/** What a larger batch is worth to each engine: the curve that says which of them waits for what. */
export async function benchBatchSizes(): Promise<Measured> {
  const torch = findTorch();
  return {
    heading: 'The size of the batch',
    groups: [
      ...ENGINES.map((engine) =>
        group(engine, ENGINE_NAMES[engine], (batch) => stepTimes(engine, NETWORK, batch)),
      ),
      ...(torch
        ? [
            group('torch-1-network', 'PyTorch, 1 thread, the network only', (batch) =>
              torchStepTimes(torch.python, {
                network: NETWORK,
                batch,
                threads: 1,
                triplets: false,
              }),
            ),
          ]
        : []),
    ],
    versions: { ...torch?.versions },
    remarks: [
      `Steps of the MLP on ${CLASSES} classes, by processor time: with our mining of all triplets and Adam where not the network only. A loss over a [B, B, B] tensor is left out: at B = 512 it takes half a gigabyte a tensor.`,
    ],
  };
}
