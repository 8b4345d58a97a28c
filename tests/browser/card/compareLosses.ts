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
import { picksOf } from '#training/card/picks.ts';
import { lossCalls } from '#training/card/lossCalls.ts';
import { batchLossConfig, DEFAULT_CONFIG, type TrainingConfig } from '#training/config.ts';
import { minerOf } from '#training/settings/choices.ts';
import { CASES, type Case } from './lossCases.ts';

export interface Compared {
  readonly name: string;
  /** Of the loss, relative to it. */
  readonly loss: number;
  /** Of the gradient, relative to its largest number. */
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

/** What the card tells of a batch. */
async function onCard(
  device: GPUDevice,
  config: TrainingConfig,
  points: Float32Array,
  labels: readonly number[],
): Promise<StepReport> {
  const rows = labels.length;
  const { dims } = config;
  const loss = cardLossOf(config)!;
  const buffers = new Buffers(device);
  const step = buffers.slots(1, recordWords(rows));
  const classes = groupByLabel(labels);
  const { of, members } = classes;
  const { blind } = minerOf(config);
  const record = new ArrayBuffer(step.slot);
  writeRecord(record, 0, {
    ...{ learningRate: 0, momentum: 0, corrections: [1, 1] },
    ...{ images: labels, classOf: of, members, values: loss.values },
    ...(blind && { picks: picksOf(blind, classes, createRandom(SEED)) }),
  });
  device.queue.writeBuffer(step.buffer, 0, record);
  const { calls, report } = lossCalls(
    { rows, dims, steps: 1, loss },
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
  const expected = evaluate(
    { values: points, rows: labels.length, dims },
    labels,
    createRandom(SEED),
  );
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
