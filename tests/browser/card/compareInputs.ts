/** In the browser: batches of images as the card gathers and changes them, beside those of src/training. */
import { Buffers } from '#kernels/webgpu/buffers.ts';
import { gatherCall } from '#kernels/webgpu/gather.ts';
import { recordWords, writeRecord } from '#kernels/webgpu/stepRecord.ts';
import { createRandom } from '#metric/random.ts';
import type { Augmentation } from '#training/augmentations/entry.ts';
import { createAugmentation } from '#training/augmentations/registry.ts';
import { changesImages, gatherChanges, imageChange } from '#training/card/cardImages.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from '#training/config.ts';
import { gather } from '#training/inputs.ts';
import { computed, openDevice } from './device.ts';

const SIZE = { height: 7, width: 10 };
const ROWS = Int32Array.of(4, 0, 2, 2, 5, 1, 3, 3, 0);
const STILL = { turnBy: 0, shiftBy: 0, scaleBy: 0, shearBy: 0, eraseSide: 0, noise: 0 };
const CASES: readonly Partial<TrainingConfig>[] = [
  { augmentation: 'none' },
  { augmentation: 'rotation' },
  { augmentation: 'distortion' },
  { augmentation: 'distortion', turnBy: 180, shiftBy: 5, scaleBy: 0.9, shearBy: 1 },
  { augmentation: 'distortion', turnBy: 40, eraseSide: 3, noise: 0.3 },
  { augmentation: 'distortion', ...STILL, eraseSide: 8 },
  { augmentation: 'distortion', ...STILL, noise: 0.2 },
  { augmentation: 'distortion', ...STILL },
];

/** As bytes of which the last word is not whole, or as numbers. */
function imagesOf(bytes: boolean): Uint8Array | Float32Array {
  const random = createRandom(4);
  const count = 7 * SIZE.height * SIZE.width;
  return bytes
    ? Uint8Array.from({ length: count }, () => Math.floor(256 * random()))
    : Float32Array.from({ length: count }, () => 2 * random() - 1);
}

async function onCard(
  device: GPUDevice,
  images: Uint8Array | Float32Array,
  augmentation: Augmentation,
): Promise<Float32Array> {
  const buffers = new Buffers(device);
  const hasChanges = changesImages(augmentation);
  const rows = ROWS.length;
  const step = buffers.slots(1, recordWords(rows, hasChanges));
  const record = new ArrayBuffer(step.slot);
  const random = createRandom(2);
  const changes = Array.from(ROWS, () => imageChange(augmentation.draw(random), SIZE));
  writeRecord(record, 0, {
    ...{ learningRate: 0, momentum: 0, corrections: [], values: [], images: ROWS },
    ...{ classOf: new Int32Array(rows), members: [], ...(hasChanges && { changes }) },
  });
  device.queue.writeBuffer(step.buffer, 0, record);
  const inputs = buffers.floats(rows * SIZE.height * SIZE.width);
  const call = gatherCall(
    { images: buffers.holding(images), step, inputs },
    { rows, ...SIZE },
    gatherChanges(augmentation, buffers),
  );
  const [found] = await computed(device, [call], [inputs.buffer]);
  buffers.destroy();
  return new Float32Array(found!);
}

function onProcessor(images: Uint8Array | Float32Array, augmentation: Augmentation): Float32Array {
  const pixels = SIZE.height * SIZE.width;
  const labels = new Uint8Array(images.length / pixels);
  const inputs = gather({ images, labels }, ROWS);
  const random = createRandom(2);
  ROWS.forEach((_, row) => {
    augmentation.apply(inputs, row * pixels, augmentation.draw(random));
  });
  return inputs;
}

export interface ComparedInputs {
  readonly name: string;
  /** The largest difference of two pixels, where ink is 1. */
  readonly off: number;
  /** How much the augmentation changed the pixel that it changed most. */
  readonly changed: number;
}

const apart = (one: Float32Array, other: Float32Array) =>
  one.reduce((most, value, at) => Math.max(most, Math.abs(value - other[at]!)), 0);

export async function compareInputs(): Promise<ComparedInputs[]> {
  const device = await openDevice();
  const compared: ComparedInputs[] = [];
  for (const settings of CASES)
    for (const bytes of [true, false]) {
      const config = { ...DEFAULT_CONFIG, ...settings };
      const images = imagesOf(bytes);
      const augmentation = createAugmentation(config.augmentation, SIZE, config);
      const expected = onProcessor(images, augmentation);
      const still = onProcessor(images, createAugmentation('none', SIZE, config));
      compared.push({
        name: JSON.stringify({ ...settings, bytes }),
        off: apart(await onCard(device, images, augmentation), expected),
        changed: apart(expected, still),
      });
    }
  return compared;
}
