/** In the browser: losses of batches on the card, beside those of src/metric. */
import { Buffers } from '#kernels/webgpu/buffers.ts';
import { encodeCalls, prepareCalls } from '#kernels/webgpu/call.ts';
import {
  readReport,
  recordWords,
  type StepReport,
  writeRecord,
} from '#kernels/webgpu/stepRecord.ts';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { groupByLabel } from '#metric/classes.ts';
import { createRandom } from '#metric/random.ts';
import { cardLossOf } from '#training/card/cardLoss.ts';
import { lossCalls } from '#training/card/lossCalls.ts';
import { batchLossConfig, DEFAULT_CONFIG, type TrainingConfig } from '#training/config.ts';

interface Case extends Pick<TrainingConfig, 'dims'> {
  readonly settings: Partial<TrainingConfig>;
  readonly labels: readonly number[];
  /** Whether all points lie on a grid, where distances are equal again and again. */
  readonly onGrid?: boolean;
}

export interface Compared {
  readonly name: string;
  /** Of the loss, relative to it. */
  readonly loss: number;
  /** Of the gradient, relative to its largest number. */
  readonly gradient: number;
  /** Of the counts; 0 where all are equal. */
  readonly counts: number;
}

/** Of unequal classes, in mixed order. */
const labelsOf = (rows: number, classes: number) =>
  Array.from({ length: rows }, (_, row) => (row * row + (row % 3)) % classes);

const triplet = (choice: Partial<TrainingConfig>): Partial<TrainingConfig> => ({
  ...{ loss: 'triplet', margin: 0.5 },
  ...choice,
});
const all = triplet({ miner: 'batch-all', reducer: 'mean-nonzero' });
const allPlain = triplet({ miner: 'batch-all', reducer: 'mean', distance: 'plain' });
const hardest = triplet({ miner: 'batch-hard', reducer: 'mean' });
const semiHard = triplet({ miner: 'semi-hard', reducer: 'mean-nonzero' });
const pairs: Partial<TrainingConfig> = { loss: 'contrastive', margin: 1, distance: 'plain' };
const EVERY: readonly Partial<TrainingConfig>[] = [
  ...[all, allPlain, hardest, semiHard, pairs],
  triplet({ miner: 'batch-all', reducer: 'sum', softMargin: true, distance: 'plain' }),
  triplet({ miner: 'batch-hard', softMargin: true, distance: 'plain' }),
  triplet({ miner: 'hard', reducer: 'mean', distance: 'plain' }),
  { loss: 'contrastive', margin: 0.7, distance: 'squared', reducer: 'mean' },
];

/** A kernel takes long to compile in software: every loss with ties, and some of them otherwise. */
const BATCHES: readonly (Omit<Case, 'settings'> & { readonly losses: typeof EVERY })[] = [
  { dims: 2, labels: labelsOf(70, 5), onGrid: true, losses: EVERY },
  { dims: 3, labels: labelsOf(23, 4), losses: EVERY },
  { dims: 32, labels: labelsOf(131, 10), losses: [allPlain, semiHard] },
  { dims: 2, labels: labelsOf(512, 10), losses: [all] },
  // A class of one, and one class alone.
  { dims: 3, labels: [7, 7, 2, 7, 9, 9], losses: [all, hardest] },
  { dims: 3, labels: [4, 4, 4], losses: [all, hardest, pairs] },
];
const ON_SPHERE = { dims: 16, labels: labelsOf(40, 6) } as const;
const CASES: readonly Case[] = [
  ...BATCHES.flatMap(({ losses, ...batch }) => losses.map((settings) => ({ ...batch, settings }))),
  ...[all, hardest].map((choice) => ({
    ...ON_SPHERE,
    settings: { ...choice, normalise: true },
  })),
];

function pointsOf({ dims, labels, onGrid = false }: Case): Float32Array {
  const random = createRandom(dims);
  return Float32Array.from({ length: labels.length * dims }, () =>
    onGrid ? Math.floor(4 * random()) / 4 : (2 * random() - 1) / Math.sqrt(dims / 2),
  );
}

/** What the card tells of a batch. */
async function onCard(
  device: GPUDevice,
  config: TrainingConfig,
  points: Float32Array,
  labels: readonly number[],
): Promise<StepReport> {
  const rows = labels.length;
  const { dims } = config;
  const buffers = new Buffers(device);
  const step = buffers.slots(1, recordWords(rows));
  const { of, members } = groupByLabel(labels);
  const record = new ArrayBuffer(step.slot);
  writeRecord(record, 0, {
    ...{ learningRate: 0, momentum: 0, corrections: [1, 1], margin: config.margin },
    ...{ images: labels, classOf: of, members },
  });
  device.queue.writeBuffer(step.buffer, 0, record);
  const { calls, report } = lossCalls(
    { rows, dims, steps: 1, loss: cardLossOf(config)! },
    { embeddings: buffers.holding(points), gradient: buffers.floats(rows * dims) },
    { step, buffers },
  );
  const prepared = await prepareCalls(device, calls);
  const told = device.createBuffer({
    size: report.slot,
    usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
  });
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  encodeCalls(pass, prepared, 0);
  pass.end();
  encoder.copyBufferToBuffer(report.buffer, 0, told, 0, report.slot);
  device.queue.submit([encoder.finish()]);
  await told.mapAsync(GPUMapMode.READ);
  const found = readReport(told.getMappedRange(), 0, rows * dims);
  told.destroy();
  buffers.destroy();
  return found;
}

const largest = (values: ArrayLike<number>) =>
  Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);

async function compare(device: GPUDevice, each: Case): Promise<Compared> {
  const { settings, labels, dims } = each;
  const config = { ...DEFAULT_CONFIG, ...settings, dims };
  const points = pointsOf(each);
  const found = await onCard(device, config, points, labels);
  const evaluate = createBatchLoss(batchLossConfig(config));
  const expected = evaluate({ values: points, rows: labels.length, dims }, labels, () => 0);
  const off = found.gradient.map((value, place) => value - expected.gradient[place]!);
  return {
    name: JSON.stringify({ ...settings, dims, rows: labels.length }),
    loss: Math.abs(found.loss - expected.loss) / (expected.loss || 1),
    gradient: largest(off) / (largest(expected.gradient) || 1),
    counts: Math.abs(found.selected - expected.selected) + Math.abs(found.active - expected.active),
  };
}

const openDevice = async () => (await (await navigator.gpu.requestAdapter())!).requestDevice();

export async function compareLosses(): Promise<Compared[]> {
  const device = await openDevice();
  const compared: Compared[] = [];
  for (const each of CASES) compared.push(await compare(device, each));
  return compared;
}
