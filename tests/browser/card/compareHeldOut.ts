/** In the browser: where held-out samples lie on the card, beside the same network on the processor. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgpu';
import { backend, setBackend } from '@tensorflow/tfjs-core';
import type { Dataset, Samples } from '#data/dataset.ts';
import type { WebgpuBackend } from '#kernels/webgpu/backend.ts';
import { createRandom } from '#metric/random.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from '#training/config.ts';
import { createTrainer, type Trainer } from '#training/trainer.ts';

export interface ComparedHeldOut {
  readonly name: string;
  readonly onCard: Looks;
  readonly onProcessor: Looks;
  /** Bytes of the images, and those that went to the card in each look. */
  readonly size: number;
  readonly uploaded: Readonly<Record<keyof Looks, number>>;
}

/** All at once, twice; some in a row; some here and there, by the network as it was. */
type Looks = Readonly<Record<'all' | 'again' | 'part' | 'some', readonly number[]>>;

/** More than are embedded at a time, and of so many bytes that their last word is not whole. */
const ROWS = 517;
const [HEIGHT, WIDTH] = [5, 7] as const;

function samples(rows: number, bytes: boolean): Samples {
  const random = createRandom(6);
  const length = rows * HEIGHT * WIDTH;
  const labels = Uint8Array.from({ length: rows }, (_, row) => row % 10);
  const images = bytes
    ? Uint8Array.from({ length }, () => Math.floor(256 * random()))
    : Float32Array.from({ length }, () => 2 * random() - 1);
  return { images, labels };
}

/** Bytes that a device was sent so far: written to buffers, or put into them as they were made. */
function countUploads(device: GPUDevice): () => number {
  let bytes = 0;
  const write = device.queue.writeBuffer.bind(device.queue);
  device.queue.writeBuffer = (buffer, offset, data, ...rest) => {
    bytes += data.byteLength;
    write(buffer, offset, data, ...rest);
  };
  const create = device.createBuffer.bind(device);
  device.createBuffer = (descriptor) => {
    if (descriptor.mappedAtCreation) bytes += descriptor.size;
    return create(descriptor);
  };
  return () => bytes;
}

async function look(trainer: Trainer, uploads: () => number) {
  const frozen = await trainer.freeze();
  const rows = Int32Array.from({ length: 40 }, (_, place) => (place * 131) % ROWS);
  // Its weights go to the card with its first look.
  await frozen.embed(rows.subarray(0, 1));
  const looks = {
    all: () => trainer.embedHeldOut(),
    again: () => trainer.embedHeldOut(),
    part: () => trainer.embedHeldOut(3, 90),
    some: () => frozen.embed(rows),
  };
  const found: Partial<Record<keyof Looks, number[]>> = {};
  const uploaded: Partial<Record<keyof Looks, number>> = {};
  for (const [name, embed] of Object.entries(looks)) {
    const before = uploads();
    found[name as keyof Looks] = Array.from(await embed());
    uploaded[name as keyof Looks] = uploads() - before;
  }
  return { found: found as Looks, uploaded: uploaded as ComparedHeldOut['uploaded'] };
}

async function compare(change: Partial<TrainingConfig>, bytes: boolean): Promise<ComparedHeldOut> {
  const config = { ...DEFAULT_CONFIG, p: 4, k: 3, ...change };
  const heldOut = samples(ROWS, bytes);
  const data: Dataset = { height: HEIGHT, width: WIDTH, training: samples(60, true), heldOut };
  await setBackend('webgpu');
  const uploads = countUploads((backend() as WebgpuBackend).device);
  const trainer = createTrainer(config, data);
  await trainer.advanceBy(2);
  const onCard = await look(trainer, uploads);
  const saved = await trainer.weights();
  trainer.dispose();
  await setBackend('cpu');
  const copy = createTrainer(config, data, saved);
  const onProcessor = await look(copy, () => 0);
  copy.dispose();
  return {
    name: JSON.stringify({ ...change, bytes }),
    onCard: onCard.found,
    onProcessor: onProcessor.found,
    size: heldOut.images.byteLength,
    uploaded: onCard.uploaded,
  };
}

export async function compareHeldOut(): Promise<ComparedHeldOut[]> {
  const compared: ComparedHeldOut[] = [];
  for (const bytes of [true, false]) {
    compared.push(await compare({}, bytes));
    compared.push(await compare({ network: 'small-conv', normalise: true, dims: 3 }, bytes));
  }
  return compared;
}
