/** In the browser: losses of batches on the card, beside those of src/metric. */
import { Buffers } from '#kernels/webgpu/buffers.ts';
import { readReport, recordWords, writeRecord } from '#kernels/webgpu/stepRecord.ts';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { groupByLabel } from '#metric/classes.ts';
import { countBatch } from '#metric/counts.ts';
import { createRandom } from '#metric/random.ts';
import { cardLossOf } from '#training/card/cardLoss.ts';
import { drawBatch } from '#training/card/drawnBatch.ts';
import { lossCalls } from '#training/card/lossCalls.ts';
import { batchLossConfig, DEFAULT_CONFIG, type TrainingConfig } from '#training/config.ts';
import { lossOf } from '#training/settings/choices.ts';
import { computed, openDevice } from './device.ts';
import { CASES, type Case } from './lossCases.ts';

export interface Compared {
  readonly name: string;
  /** Of the loss, relative to it. */
  readonly loss: number;
  /** Of the gradients, relative to the largest number of each. */
  readonly gradient: number;
  /** Of the counts; 0 where all are equal. */
  readonly counts: number;
}

function pointsOf({ dims, labels, onGrid = false }: Case): Float32Array {
  const random = createRandom(dims);
  return Float32Array.from({ length: labels.length * dims }, () =>
    onGrid ? Math.floor(4 * random()) / 4 : (2 * random() - 1) / Math.sqrt(dims / 2),
  );
}

/** Of what miners draw. */
const SEED = 7;

interface Given {
  readonly config: TrainingConfig;
  readonly points: Float32Array;
  readonly labels: readonly number[];
  /** The classes that have vectors, and these, under a loss that learns them. */
  readonly classes: readonly number[];
  readonly vectors: Float32Array | undefined;
}

/** What the card tells of a batch, and the gradients with respect to embeddings and class vectors. */
async function onCard(device: GPUDevice, { config, points, labels, classes, vectors }: Given) {
  const { dims } = config;
  const rows = labels.length;
  const loss = cardLossOf(config)!;
  const buffers = new Buffers(device);
  const step = buffers.slots(1, recordWords(rows));
  const record = new ArrayBuffer(step.slot);
  writeRecord(record, 0, {
    ...{ learningRate: 0, momentum: 0, corrections: [1, 1, 1, 1] },
    ...{ images: labels, values: loss.values },
    ...drawBatch(config, { groups: labels, labels: classes }, createRandom(SEED)),
  });
  device.queue.writeBuffer(step.buffer, 0, record);
  const learned = vectors?.length ?? 0;
  const pairs = countBatch(groupByLabel(labels)).orderedPositivePairs;
  const { calls, report, stream, vectorGradient } = lossCalls(
    { rows, dims, classes: learned / dims, pairs, steps: 1, loss },
    {
      embeddings: buffers.holding(points),
      gradient: buffers.floats(rows * dims),
      vectors: vectors && buffers.holding(vectors),
    },
    { step, buffers },
  );
  const random = createRandom(SEED);
  const numbers = Uint32Array.from({ length: loss.draws ? pairs : 0 }, () => random() * 2 ** 32);
  device.queue.writeBuffer(stream.buffer, 0, numbers);
  const [told, gradients] = await computed(device, calls, [report.buffer, vectorGradient.buffer]);
  buffers.destroy();
  const found = readReport(told!, 0, { values: rows * dims, learned });
  const ofVectors = new Float32Array(gradients!, 0, learned);
  return { ...found, ofVectors };
}

const largest = (values: ArrayLike<number>) =>
  Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** The largest difference, relative to the largest number. */
const off = (found: Float32Array, expected: Float64Array) =>
  largest(found.map((value, place) => value - expected[place]!)) / (largest(expected) || 1);

async function compare(device: GPUDevice, each: Case): Promise<Compared> {
  const { settings, labels, dims } = each;
  const config = { ...DEFAULT_CONFIG, ...settings, dims };
  const points = pointsOf(each);
  // One of the classes that are trained on is not in the batch.
  const classes = [...new Set([...labels, 77])].toSorted((a, b) => a - b);
  const arrays = lossOf(config).learns?.({ labels: classes, dims }, createRandom(SEED)) ?? [];
  const [vectors] = arrays.map(({ values }) => values);
  const found = await onCard(device, { config, points, labels, classes, vectors });
  const evaluate = createBatchLoss({ ...batchLossConfig(config), labels: classes });
  const embeddings = { values: points, rows: labels.length, dims };
  const learned = vectors ? [Float64Array.from(vectors)] : [];
  const expected = evaluate(embeddings, labels, createRandom(SEED), learned);
  return {
    name: JSON.stringify({ ...settings, dims, rows: labels.length }),
    loss: Math.abs(found.loss - expected.loss) / (expected.loss || 1),
    gradient: Math.max(
      off(found.gradient, expected.gradient),
      ...expected.learnedGradients.map((each) => off(found.ofVectors, each)),
    ),
    counts: Math.abs(found.selected - expected.selected) + Math.abs(found.active - expected.active),
  };
}

export async function compareLosses(): Promise<Compared[]> {
  const device = await openDevice();
  const compared: Compared[] = [];
  for (const each of CASES) compared.push(await compare(device, each));
  return compared;
}
