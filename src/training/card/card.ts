import { flush } from '#kernels/webgpu/backend.ts';
import { encodeCalls } from '#kernels/webgpu/call.ts';
import { readReport, type StepReport, writeRecord } from '#kernels/webgpu/stepRecord.ts';
import { lookUp } from '#metric/lookUp.ts';
import type { Change } from '../augmentations/entry.ts';
import type { TrainingConfig } from '../config.ts';
import { imageChange } from './cardImages.ts';
import { cardLossOf } from './cardLoss.ts';
import { cardOptimisers } from './cardOptimiser.ts';
import type { DrawnBatch } from './drawnBatch.ts';
import { buffersIn, type CardOptions, type CardParts, learnedBuffers, makeParts } from './parts.ts';

/** What a step is to train on. */
interface CardBatch extends Omit<DrawnBatch, 'draws'> {
  /** Rows of the training images, one each row of the batch. */
  readonly rows: Int32Array;
  /** What is done to the image of each row. */
  readonly changes: readonly Change[];
}

/** Handed to the card so many at a time, so that it begins before all are written. */
const STEPS_AT_ONCE = 8;

/** Times 2³²: see DrawBuffers. By a loop, as there may be a hundred thousand of them. */
function toWords(numbers: Float64Array): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(numbers.length);
  for (let i = 0; i < words.length; i++) words[i] = numbers[i]! * 2 ** 32;
  return words;
}

/** What kernels are made for; numbers that may change in mid-run are told with each step. */
const kernelKey = (config: TrainingConfig) =>
  JSON.stringify(Object.values(config).filter((value) => typeof value !== 'number'));

/**
 * Training steps that never leave the graphics card, on the buffers of TensorFlow.js' variables. For
 * one network, loss and size of batch: see `fits`.
 */
export class Card {
  readonly #options: CardOptions;
  readonly #key: string;
  readonly #parts: CardParts;

  private constructor(key: string, options: CardOptions, parts: CardParts) {
    this.#options = options;
    this.#key = key;
    this.#parts = parts;
  }

  /**
   * Makes the kernels for a configuration that is known, on the current backend. Rejects when the
   * card has no memory left or does not take a kernel.
   */
  static async create(config: TrainingConfig, options: CardOptions): Promise<Card> {
    return new Card(kernelKey(config), options, await makeParts(config, options));
  }

  /** How many steps there is room for in one go. */
  get mostSteps(): number {
    return this.#parts.steps;
  }

  /** Whether it can go on with a configuration: other kernels, or variables that have moved, want another. */
  fits(config: TrainingConfig): boolean {
    const { learned, gpu } = this.#parts;
    if (kernelKey(config) !== this.#key) return false;
    const now = buffersIn(learnedBuffers(this.#options, gpu));
    return now.every((buffer, index) => buffer === learned[index]);
  }

  /** How many numbers the miner may draw on the card in a step; each triplet that it selects is one. */
  get mostDraws(): number {
    return this.#parts.draws;
  }

  /**
   * Takes a step on each batch, at most `mostSteps`, with numbers in [0, 1) for what the miner draws.
   * Rejects when the card is lost.
   */
  async take(
    config: TrainingConfig,
    batches: readonly CardBatch[],
    numbers: Float64Array,
  ): Promise<StepReport[]> {
    const { gpu, told, program, shape } = this.#parts;
    const { step, report, halted, stream } = program;
    const { queue } = gpu.device;
    // What is read of a variable afterwards has to be read from the card.
    learnedBuffers(this.#options, gpu);
    flush(gpu);
    queue.writeBuffer(step.buffer, 0, this.#records(config, batches));
    queue.writeBuffer(stream.buffer, 0, toWords(numbers));
    queue.writeBuffer(halted.buffer, 0, new Uint32Array(2));
    for (let slot = 0; slot < batches.length; slot += STEPS_AT_ONCE)
      this.#submit(slot, Math.min(slot + STEPS_AT_ONCE, batches.length), batches.length);
    const bytes = batches.length * report.slot;
    await told.mapAsync(GPUMapMode.READ, 0, bytes);
    const words = told.getMappedRange(0, bytes);
    const reports = batches.map((_, slot) => readReport(words, slot * report.slot, shape));
    told.unmap();
    const taken = reports.filter(({ halted }) => !halted).length;
    this.#options.optimiser.updates += taken;
    this.#options.criterion.learned.optimiser.updates += taken;
    return reports;
  }

  dispose(): void {
    this.#parts.buffers.destroy();
  }

  /** Steps from one slot to another of so many in all; after the last, what they tell is fetched. */
  #submit(from: number, to: number, all: number): void {
    const { gpu, told, program, calls } = this.#parts;
    const { buffer, slot: bytes } = program.report;
    const encoder = gpu.device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    for (let slot = from; slot < to; slot++) encodeCalls(pass, calls, slot);
    pass.end();
    if (to === all) encoder.copyBufferToBuffer(buffer, 0, told, 0, all * bytes);
    gpu.device.queue.submit([encoder.finish()]);
  }

  #records(config: TrainingConfig, batches: readonly CardBatch[]): ArrayBuffer {
    const { program, hasChanges } = this.#parts;
    const { slot: bytes } = program.step;
    const { optimiser: ofNetwork, criterion, data } = this.#options;
    const counts = [ofNetwork.updates, criterion.learned.optimiser.updates];
    const optimiser = lookUp(cardOptimisers, 'optimiser', config.optimiser);
    const { values } = cardLossOf(config)!;
    const records = new ArrayBuffer(batches.length * bytes);
    batches.forEach(({ rows, changes, classOf, members, picks }, slot) => {
      writeRecord(records, slot * bytes, {
        learningRate: config.learningRate,
        momentum: config.momentum,
        corrections: counts.flatMap((updates) => optimiser.corrections(updates + slot + 1)),
        values,
        images: rows,
        classOf,
        members,
        ...(picks && { picks }),
        ...(hasChanges && { changes: changes.map((change) => imageChange(change, data)) }),
      });
    });
    return records;
  }
}
