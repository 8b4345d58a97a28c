import { dispose } from '@tensorflow/tfjs-core';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { lookUp } from '#metric/lookUp.ts';
import type { LossRule } from '#metric/losses/loss.ts';
import { createRandom } from '#metric/random.ts';
import { pk } from '#metric/samplers/pk.ts';
import type { SamplerRule } from '#metric/samplers/sampler.ts';
import { createAugmentation } from './augmentations/registry.ts';
import {
  batchLossConfig,
  CHANGEABLE,
  differences,
  type TrainingConfig,
  validateConfig,
} from './config.ts';
import { type Dataset, rowsOf, type Samples } from '#data/dataset.ts';
import { createEpoch } from './epoch.ts';
import { type Judgement, judge } from './evaluation.ts';
import { checkFit, checkSaved, trainedClasses } from './fits.ts';
import { gather } from './inputs.ts';
import type { InspectedBatch } from './inspectedBatch.ts';
import { createLearned } from './learned.ts';
import { lossGradients } from './lossGradients.ts';
import { embedInputs } from './network/embedInputs.ts';
import type { SavedNetwork } from './network/layersModel.ts';
import { createNetwork } from './network/network.ts';
import { networks } from './network/networks/registry.ts';
import { createOptimiser } from './optimisers/optimiser.ts';
import { isOffline, lossOf } from './settings/choices.ts';

/** The numbers have blown up: the run cannot go on, and a smaller learning rate would help. */
export class DivergedError extends Error {
  override readonly name = 'DivergedError';
}

/** Beyond this a float32 loses what matters here, and the squares that Adam keeps overflow. */
const LARGEST_LOSS = 1e12;

/** Where the time of a step went, in milliseconds. */
export interface StepTime {
  /** Drawing the batch, fetching its images and turning them. */
  readonly sampling: number;
  /** Forward and backward pass, the reading of the embedding included. */
  readonly network: number;
  readonly mining: number;
  readonly optimiser: number;
  /** Embedding the training set for offline mining, and choosing among it. */
  readonly fullPass: number;
}

export interface ZoneShares {
  readonly easy: number;
  readonly semiHard: number;
  readonly hard: number;
}

/** Counting the zones of all triplets costs about as much as mining: it is done once in so many steps. */
const ZONE_STEPS = 10;

export interface StepResult {
  /** Steps done, this one included. */
  readonly step: number;
  /** The loss of the batch before this step's update. */
  readonly loss: number;
  /** Of the selected pairs or triplets, the share whose loss is positive; 0 when none was selected. */
  readonly activeShare: number;
  /** Length of the loss's gradient at the embeddings of the batch, all of them together. */
  readonly gradientNorm: number;
  /** Of the triplets that offline mining chose, the share that is easy by now: the hinge is closed. */
  readonly stale?: number;
  /** Shares of the batch's valid triplets by zone, now and then; never for a soft margin. */
  readonly zones?: ZoneShares;
  readonly time: StepTime;
}

export interface Trainer {
  readonly step: number;
  readonly imagesPerStep: number;
  /**
   * One batch: forward, mining, backward, update. Rejects with a DivergedError when numbers blow up.
   * One step has to end before the next is asked for.
   */
  advance(): Promise<StepResult>;
  /**
   * Where the held-out samples lie now: row-major, `dims` numbers each, of length 1 where the
   * configuration normalises. The caller owns the array.
   */
  embedHeldOut(): Promise<Float32Array>;
  evaluate(embedding: Float32Array): Judgement;
  /**
   * The batch of the last step, before and after it; undefined before the first. Not while a step is
   * under way.
   */
  inspectBatch(): Promise<InspectedBatch | undefined>;
  /** Where other images of the same size would lie, one after another: see Samples. */
  embed(images: Samples['images']): Promise<Float32Array>;
  /**
   * From the next step on another loss, miner, distance, reducer, margin or learning rate. What the
   * optimiser remembers stays. Throws a RangeError, and leaves all as it was, for a configuration that
   * is not valid or changes anything else.
   */
  reconfigure(next: TrainingConfig): void;
  /** A copy of what the network has learned. */
  weights(): Promise<SavedNetwork>;
  /** Frees every tensor that the trainer holds. */
  dispose(): void;
}

function sharesOf({ easy, semiHard, hard }: ZoneShares): ZoneShares {
  const all = Math.max(1, easy + semiHard + hard);
  return { easy: easy / all, semiHard: semiHard / all, hard: hard / all };
}

/** Choices of one's own, in the place of those that the configuration names. */
export interface OwnParts {
  readonly loss?: LossRule;
  readonly sampler?: SamplerRule;
}

/**
 * Trains the configured network on P×K batches on the current TensorFlow.js backend. With the same
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
  const sampler = parts.sampler ?? pk;
  checkFit(config, data, sampler);
  if (saved) checkSaved(saved, config, data);
  const seeds = createRandom(config.seed);
  const nextRandom = () => createRandom(Math.floor(seeds() * 2 ** 31));
  const { dims, normalise, learningRate, momentum } = config;
  const { training, heldOut, height, width } = data;

  const classes = trainedClasses(config, data);
  const trained = rowsOf(training.labels, classes);
  const trainedLabels = trained.map((row) => training.labels[row]!);
  const { p, k } = config;
  const sample = sampler.create({ labels: trainedLabels, p, k, random: nextRandom() });
  const ruleOf = (of: TrainingConfig): LossRule => parts.loss ?? lossOf(of);
  const lossesOf = (of: TrainingConfig) => {
    const own = { ...batchLossConfig(of), loss: ruleOf(of), labels: classes };
    return { plain: createBatchLoss(own), withZones: createBatchLoss({ ...own, zones: true }) };
  };
  let losses = lossesOf(config);
  let now = config;
  const minerRandom = nextRandom();
  const network = createNetwork(config.network, { height, width, dims }, nextRandom());
  if (saved) network.load(saved.weights);
  const variables = network.parameters.map(({ variable }) => variable);
  const optimiser = createOptimiser(config.optimiser, { variables, learningRate, momentum });
  const augment = createAugmentation(config.augmentation, data);
  const augmentRandom = nextRandom();
  const heldOutInputs = gather(heldOut);
  const epoch = createEpoch({
    labels: trainedLabels,
    tripletsPerStep: Math.max(1, Math.floor((p * k) / 3)),
    pool: lookUp(networks, 'network', config.network).offlinePool ?? trained.length,
    random: nextRandom(),
    embed: async (rows) => ({
      values: await embed(
        gather(
          training,
          rows.map((row) => trained[row]!),
        ),
      ),
      rows: rows.length,
      dims,
    }),
  });
  const learnedRandom = nextRandom();
  const learnedOf = (of: TrainingConfig) =>
    createLearned(
      ruleOf(of).learns?.({ labels: classes, dims }, learnedRandom) ?? [],
      of.optimiser,
      of,
    );
  let learned = learnedOf(config);
  /** The same for every batch: half a megabyte a step would keep the garbage collector busy. */
  const batchInputs = new Float32Array(p * k * height * width);
  let step = 0;
  let last: Omit<InspectedBatch, 'after'> | undefined;

  const embed = (inputs: Float32Array): Promise<Float32Array> =>
    embedInputs(network, inputs, { rows: inputs.length / (height * width), dims, normalise });

  const byLabel = (places: Int32Array) => ({
    places,
    groups: places.map((place) => trainedLabels[place]!),
  });

  async function advance(): Promise<StepResult> {
    const choosing = performance.now();
    const { places, groups } = isOffline(now) ? byLabel(await epoch.next(now)) : sample();
    const chosen = performance.now();
    const fullPass = isOffline(now) ? chosen - choosing : 0;
    const rows = places.length;
    const inputs = gather(
      training,
      places.map((place) => trained[place]!),
      batchInputs,
    );
    augment(inputs, augmentRandom);
    const started = performance.now();
    let mining = 0;
    let before: Float32Array = new Float32Array();
    const draws: number[] = [];
    const random = () => {
      const drawn = minerRandom();
      draws.push(drawn);
      return drawn;
    };
    const arrays = await learned.read();
    const { batchLoss, gradients } = await lossGradients(network, {
      inputs,
      rows,
      lossAt(values) {
        const miningStarted = performance.now();
        const evaluate = step % ZONE_STEPS === 0 ? losses.withZones : losses.plain;
        const found = evaluate({ values, rows, dims }, groups, random, arrays);
        mining = performance.now() - miningStarted;
        before = Float32Array.from(values);
        return found;
      },
    });
    const { loss, active, selected, gradient, zones } = batchLoss;
    const updating = performance.now();
    // Only now: an error on the tape would leave behind the tensors that the tape keeps.
    const diverged = !(Math.abs(loss) <= LARGEST_LOSS);
    if (!diverged) {
      optimiser.update(gradients);
      learned.update(batchLoss.learnedGradients);
    }
    const ended = performance.now();
    dispose([...gradients]);
    if (diverged) throw new DivergedError(`the loss is ${loss} after ${step} steps`);

    step++;
    last = {
      step,
      config: now,
      labels: Int32Array.from(groups),
      inputs,
      before,
      draws: Float64Array.from(draws),
    };
    return {
      step,
      loss,
      activeShare: selected > 0 ? active / selected : 0,
      gradientNorm: Math.sqrt(gradient.reduce((sum, part) => sum + part * part, 0)),
      ...(zones && { zones: sharesOf(zones) }),
      ...(isOffline(now) && { stale: selected > 0 ? 1 - active / selected : 0 }),
      time: {
        sampling: started - choosing - fullPass,
        network: updating - started - mining,
        mining,
        optimiser: ended - updating,
        fullPass,
      },
    };
  }

  return {
    get step() {
      return step;
    },
    imagesPerStep: p * k,
    advance,
    embedHeldOut: () => embed(heldOutInputs),
    evaluate: (embedding) =>
      judge({ values: embedding, rows: heldOut.labels.length, dims }, heldOut.labels, classes),
    embed: (images) =>
      embed(gather({ images, labels: new Uint8Array(images.length / (height * width)) })),
    async inspectBatch() {
      if (!last) return undefined;
      // The caller may hand them over to another thread, and ask again.
      const batch = structuredClone(last);
      const shape = { rows: batch.labels.length, dims, normalise: false };
      return { ...batch, after: await embedInputs(network, batch.inputs, shape) };
    },
    reconfigure(next) {
      validateConfig(next);
      const fixed = differences(config, next).filter((name) => !CHANGEABLE.includes(name));
      if (fixed.length > 0)
        throw new RangeError(
          `${fixed.join(', ')} cannot change while a run goes on: that takes a new one. ${CHANGEABLE.join(', ')} can`,
        );
      losses = lossesOf(next);
      if (ruleOf(next) !== ruleOf(now)) {
        learned.dispose();
        learned = learnedOf(next);
      }
      now = next;
      epoch.forget();
      optimiser.learningRate = next.learningRate;
      learned.learningRate = next.learningRate;
    },
    weights: async () => ({
      network: config.network,
      height,
      width,
      normalise,
      weights: await Promise.all(
        network.parameters.map(async ({ name, shape, variable }) => ({
          name,
          shape,
          values: Float32Array.from(await variable.data()),
        })),
      ),
    }),
    dispose() {
      network.dispose();
      optimiser.dispose();
      learned.dispose();
    },
  };
}
