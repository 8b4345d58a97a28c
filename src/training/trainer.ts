import type { Dataset, Samples } from '#data/dataset.ts';
import { Batches } from './batches.ts';
import type { ClassVectors } from './classVectors.ts';
import { checkChange, type TrainingConfig, validateConfig } from './config.ts';
import { Criterion } from './criterion.ts';
import { type Judgement, judge } from './evaluation.ts';
import { foreseen } from './draws.ts';
import { checkFit, checkSaved, trainedClasses } from './fits.ts';
import { HeldOutInputs } from './heldOutInputs.ts';
import { gather } from './inputs.ts';
import type { InspectedBatch } from './inspectedBatch.ts';
import { embedInputs, inputsIn } from './network/embedInputs.ts';
import type { SavedNetwork } from './network/layersModel.ts';
import { createNetwork, type Network, readParameters } from './network/network.ts';
import { createOptimiser, type Optimiser } from './optimisers/optimiser.ts';
import { createRandoms } from './randoms.ts';
import { samplerOf } from './settings/choices.ts';
import type { StepResult } from './step.ts';
import { Steps } from './steps.ts';
import type { Taken } from './taken.ts';
import type { Frozen, OwnParts, Trainer } from './trainerContract.ts';

export type { Frozen, OwnParts, Trainer } from './trainerContract.ts';

/** See createTrainer, which checks what it is made of. */
class NetworkTrainer implements Trainer {
  readonly #data: Dataset;
  readonly #classes: readonly number[];
  readonly #heldOut: HeldOutInputs;
  readonly #batches: Batches;
  readonly #criterion: Criterion;
  readonly #steps: Steps;
  readonly #network: Network;
  readonly #optimiser: Optimiser;
  #frozen: Network | undefined;
  #config: TrainingConfig;
  #step = 0;
  #last: Taken | undefined;

  constructor(
    config: TrainingConfig,
    data: Dataset,
    saved: SavedNetwork | undefined,
    { loss: rule, sampler: own, openPartner }: OwnParts,
  ) {
    const { dims, learningRate, momentum } = config;
    const drawn = createRandoms(config.seed);
    const draws = foreseen(drawn.miner);
    const randoms = { ...drawn, miner: draws.random };
    const classes = trainedClasses(config, data);
    this.#config = config;
    this.#data = data;
    this.#heldOut = new HeldOutInputs(data.heldOut);
    this.#classes = classes;
    const sampler = own ?? samplerOf(config);
    const embed = (inputs: Float32Array) => this.#embed(inputs);
    this.#batches = new Batches(config, { data, classes, sampler, randoms, embed });
    this.#criterion = new Criterion(config, { classes, rule, randoms });
    const shape = { height: data.height, width: data.width, dims };
    this.#network = createNetwork(config.network, shape, randoms.weights);
    if (saved) this.#network.load(saved.weights);
    const variables = this.#network.parameters.map(({ variable }) => variable);
    this.#optimiser = createOptimiser(config.optimiser, { variables, learningRate, momentum });
    this.#steps = new Steps(config, {
      network: this.#network,
      optimiser: this.#optimiser,
      criterion: this.#criterion,
      draws,
      batches: this.#batches,
      data,
      classes,
      partsAreNamed: rule === undefined && own === undefined,
      openPartner,
    });
  }

  get step(): number {
    return this.#step;
  }

  get imagesPerStep(): number {
    return this.#config.p * this.#config.k;
  }

  get workers(): number {
    return this.#steps.workers;
  }

  async advance(): Promise<StepResult> {
    const [result] = await this.advanceBy(1);
    return result!;
  }

  async advanceBy(most: number): Promise<readonly StepResult[]> {
    const taken = await this.#steps.take(this.#config, this.#step, most);
    this.#last = taken.at(-1)!;
    this.#step = this.#last.result.step;
    return taken.map(({ result }) => result);
  }

  async embedHeldOut(from = 0, count = this.#data.heldOut.labels.length): Promise<Float32Array> {
    const { dims, normalise } = this.#config;
    const inputs = await this.#heldOut.range(from, count);
    return embedInputs(this.#network, inputs, { rows: count, dims, normalise });
  }

  classVectors(): Promise<ClassVectors | undefined> {
    return this.#criterion.classVectors();
  }

  evaluate(values: Float32Array, rows?: Int32Array): Judgement {
    const { dims } = this.#config;
    const { labels: all } = this.#data.heldOut;
    const labels = rows ? rows.map((row) => all[row]!) : all;
    return judge({ values, rows: labels.length, dims }, labels, this.#classes);
  }

  async freeze(): Promise<Frozen> {
    const { network: name, dims, normalise } = this.#config;
    const { height, width } = this.#data;
    const { weights } = await this.weights();
    // What it would begin with is of no concern.
    this.#frozen ??= createNetwork(name, { height, width, dims }, () => 0.5);
    const network = this.#frozen;
    network.load(weights);
    return {
      embed: async (rows) => {
        const inputs = await this.#heldOut.some(rows);
        return embedInputs(network, inputs, { rows: rows.length, dims, normalise });
      },
    };
  }

  embed(images: Samples['images']): Promise<Float32Array> {
    return this.#embed(gather({ images, labels: new Uint8Array(this.#rowsOf(images)) }));
  }

  async inspectBatch(): Promise<InspectedBatch | undefined> {
    if (!this.#last) return undefined;
    const { result, batch, inputs } = this.#last;
    // The caller may hand them over to another thread, and ask again.
    const copy = structuredClone({ step: result.step, ...batch, inputs: inputs() });
    return { ...copy, after: await this.#embed(copy.inputs, false) };
  }

  reconfigure(next: TrainingConfig): void {
    validateConfig(next);
    checkChange(this.#config, next);
    this.#criterion.reconfigure(next);
    this.#config = next;
    this.#batches.forgetEpoch();
    this.#optimiser.learningRate = next.learningRate;
  }

  async weights(): Promise<SavedNetwork> {
    const { height, width } = this.#data;
    const { network, normalise } = this.#config;
    const weights = await readParameters(this.#network);
    return { network, height, width, normalise, weights };
  }

  dispose(): void {
    this.#steps.dispose();
    this.#network.dispose();
    this.#frozen?.dispose();
    this.#heldOut.dispose();
    this.#optimiser.dispose();
    this.#criterion.dispose();
  }

  #embed(inputs: Float32Array, normalise = this.#config.normalise) {
    const { dims } = this.#config;
    const rows = this.#rowsOf(inputs);
    return embedInputs(this.#network, inputsIn(inputs, rows), { rows, dims, normalise });
  }

  /** How many images there are, one after another. */
  #rowsOf(images: Samples['images']): number {
    return images.length / (this.#data.height * this.#data.width);
  }
}

/**
 * Trains the configured network on the configured batches on the current TensorFlow.js backend. With the same
 * configuration, data and backend every number comes out the same.
 * A saved network is trained on from where it was; else the seed decides where it begins. What the
 * loss learns besides begins anew with each loss.
 * Throws a RangeError for a configuration that is not valid, or does not go with the data or with the
 * saved network.
 */
export function createTrainer(
  config: TrainingConfig,
  data: Dataset,
  saved?: SavedNetwork,
  parts: OwnParts = {},
): Trainer {
  validateConfig(config);
  checkFit(config, data, parts.sampler);
  if (saved) checkSaved(saved, config, data);
  return new NetworkTrainer(config, data, saved, parts);
}
