import { createBatchLoss } from '#metric/batchLoss.ts';
import { createRandom } from '#metric/random.ts';
import { createPKSampler } from '#metric/samplers/pk.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { readDigits } from '#support/readDigits.ts';
import { gather } from '#training/inputs.ts';
import type { BenchNetworkName } from './benchNetworks.ts';
import { ourStep, stockStep } from './tensorflowModel.ts';

const PIXELS = 784;

/**
 * TensorFlow.js as it is shipped, on wasm or on cpu; the same wasm backend under our layers, which
 * avoid its slow paths and gaps; and with our kernels.
 */
export type TensorFlowEngine = 'stock' | 'cpu' | 'our layers' | 'our kernels';

/** One whole step: sampling, forward, mining (batch-all triplets), backward, Adam. */
export async function createTensorFlowStep(
  engine: TensorFlowEngine,
  name: BenchNetworkName,
  p: number,
  k: number,
): Promise<() => void> {
  await useNodeBackend(engine === 'cpu' ? 'cpu' : 'wasm', {
    accelerated: engine === 'our kernels',
  });
  const takeStep = engine.startsWith('our') ? ourStep(name) : stockStep(name);
  const { training } = readDigits();
  const random = createRandom(1);
  const sample = createPKSampler({ labels: training.labels, p, k, random });
  const batchLoss = createBatchLoss({
    loss: 'triplet',
    distance: 'squared',
    miner: 'batch-all',
    reducer: 'mean-nonzero',
    normalise: false,
    margin: 0.5,
  });
  const batchPixels = new Float32Array(p * k * PIXELS);
  return () => {
    const indices = sample();
    const labels = indices.map((index) => training.labels[index]!);
    const pixels = gather(training, indices, batchPixels);
    takeStep(pixels, indices.length, (values) =>
      batchLoss({ values, rows: indices.length, dims: 2 }, labels, random),
    );
  };
}
