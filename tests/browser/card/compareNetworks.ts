/** In the browser: the first steps of a network on the card, beside the same on the processor. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgpu';
import { setBackend } from '@tensorflow/tfjs-core';
import type { Dataset } from '#data/dataset.ts';
import { createRandom } from '#metric/random.ts';
import { DEFAULT_CONFIG } from '#training/config.ts';
import { createTrainer } from '#training/trainer.ts';

export interface ComparedNetwork {
  readonly onCard: readonly number[];
  readonly onProcessor: readonly number[];
}

const STEPS = 2;
/** Of the digits. */
const SIDE = 28;

/** Images as large as digits, of ten kinds, most of each of them ground. */
function data(): Dataset {
  const random = createRandom(5);
  const labels = Uint8Array.from({ length: 40 }, (_, row) => row % 10);
  const images = Uint8Array.from({ length: labels.length * SIDE * SIDE }, (_, at) => {
    const kind = labels[Math.floor(at / (SIDE * SIDE))]!;
    return at % (kind + 3) === 0 ? Math.floor(256 * random()) : 0;
  });
  const samples = { images, labels };
  return { height: SIDE, width: SIDE, training: samples, heldOut: samples };
}

async function losses(backend: 'webgpu' | 'cpu'): Promise<number[]> {
  await setBackend(backend);
  const config = { ...DEFAULT_CONFIG, network: 'small-conv', p: 4, k: 4 } as const;
  const trainer = createTrainer(config, data());
  const found: number[] = [];
  for (let step = 0; step < STEPS; step++) found.push((await trainer.advance()).loss);
  trainer.dispose();
  return found;
}

export const compareSmallConv = async (): Promise<ComparedNetwork> => ({
  onCard: await losses('webgpu'),
  onProcessor: await losses('cpu'),
});
