import {
  customGrad,
  dispose,
  type Scalar,
  scalar,
  type Tensor,
  tensor,
  tidy,
  type Variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import { type BatchLoss, createBatchLoss } from '../metric/batchLoss.ts';
import { normaliseRows } from '../metric/normalise.ts';
import { createRandom } from '../metric/random.ts';
import { createPKSampler } from '../metric/samplers.ts';
import { createAugmentation } from './augment.ts';
import {
  batchLossConfig,
  CHANGEABLE,
  differences,
  isOffline,
  type TrainingConfig,
  validateConfig,
} from './config.ts';
import { type Dataset, rowsOf, type Samples } from './dataset.ts';
import { createEpoch } from './epoch.ts';
import { type Judgement, judge } from './evaluation.ts';
import { checkFit, checkSaved, trainedClasses } from './fits.ts';
import { gather, inputTensor } from './inputs.ts';
import type { SavedNetwork } from './layersModel.ts';
import { createNetwork } from './network.ts';
import { createOptimiser } from './optimiser.ts';

/** The numbers have blown up: the run cannot go on, and a smaller learning rate would help. */
export class DivergedError extends Error {
  override readonly name = 'DivergedError';
}

/** Beyond this a float32 loses what matters here, and the squares that Adam keeps overflow. */
const LARGEST_LOSS = 1e12;

/** Where the time of a step went, in milliseconds. */
export interface StepTime {
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
  /** One batch: forward, mining, backward, update. Throws a DivergedError when numbers blow up. */
  advance(): StepResult;
  /**
   * Where the held-out samples lie now: row-major, `dims` numbers each, of length 1 where the
   * configuration normalises. The caller owns the array.
   */
  embedHeldOut(): Float32Array;
  evaluate(embedding: Float32Array): Judgement;
  /** Where other images of the same size would lie, one after another: see Samples. */
  embed(images: Samples['images']): Float32Array;
  /**
   * From the next step on another loss, miner, distance, reducer, margin or learning rate. What the
   * optimiser remembers stays. Throws a RangeError, and leaves all as it was, for a configuration that
   * is not valid or changes anything else.
   */
  reconfigure(next: TrainingConfig): void;
  /** A copy of what the network has learned. */
  weights(): SavedNetwork;
  /** Frees every tensor that the trainer holds. */
  dispose(): void;
}

function sharesOf({ easy, semiHard, hard }: ZoneShares): ZoneShares {
  const all = Math.max(1, easy + semiHard + hard);
  return { easy: easy / all, semiHard: semiHard / all, hard: hard / all };
}

/** The reference net takes seconds for the training set: offline mining looks at so many of it. */
const SLOW_POOL = 1000;

/** Images at a time where there may be many: a convolution's insides take 100 kB an image. */
const CHUNK = 500;

/**
 * Trains the configured network on P×K batches on the current TensorFlow.js backend. With the same
 * configuration, data and backend every number comes out the same.
 * A saved network is trained on from where it was; else the seed decides where it begins.
 * Throws a RangeError for a configuration that is not valid, or does not go with the data or with the
 * saved network.
 */
export function createTrainer(
  config: TrainingConfig,
  data: Dataset,
  saved?: SavedNetwork,
): Trainer {
  validateConfig(config);
  checkFit(config, data);
  if (saved) checkSaved(saved, config, data);
  const seeds = createRandom(config.seed);
  const nextRandom = () => createRandom(Math.floor(seeds() * 2 ** 31));
  const { p, k, dims, normalise, learningRate, momentum } = config;
  const { training, heldOut, height, width } = data;

  const classes = trainedClasses(config, data);
  const trained = rowsOf(training.labels, classes);
  const trainedLabels = trained.map((row) => training.labels[row]!);
  const sample = createPKSampler({ labels: trainedLabels, p, k, random: nextRandom() });
  const lossesOf = (of: TrainingConfig) => ({
    plain: createBatchLoss(batchLossConfig(of)),
    withZones: createBatchLoss({ ...batchLossConfig(of), zones: true }),
  });
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
    pool: config.network === 'reference-conv' ? SLOW_POOL : trained.length,
    random: nextRandom(),
    embed: (rows) => ({
      values: embed(
        gather(
          training,
          rows.map((row) => trained[row]!),
        ),
      ),
      rows: rows.length,
      dims,
    }),
  });
  let step = 0;

  function embed(inputs: Float32Array): Float32Array {
    const size = height * width;
    const rows = inputs.length / size;
    const values = new Float32Array(rows * dims);
    for (let first = 0; first < rows; first += CHUNK) {
      const part = inputs.subarray(first * size, (first + CHUNK) * size);
      const points = tidy(() => network.forward(inputTensor(part, part.length / size)).dataSync());
      values.set(points as Float32Array, first * dims);
    }
    return normalise ? Float32Array.from(normaliseRows({ values, rows, dims })) : values;
  }

  function advance(): StepResult {
    const choosing = performance.now();
    const places = isOffline(now.miner) ? epoch.next(now) : sample();
    const started = performance.now();
    const fullPass = isOffline(now.miner) ? started - choosing : 0;
    const labels = places.map((place) => trainedLabels[place]!);
    const rows = places.length;
    const inputs = gather(
      training,
      places.map((place) => trained[place]!),
    );
    augment(inputs, augmentRandom);
    let mined: BatchLoss | undefined;
    let mining = 0;

    /** The loss and its gradient enter here: which triplets are chosen is off the tape. */
    const lossOf = customGrad((embedding: Tensor | object, save?: unknown) => {
      const points = embedding as Tensor;
      const values = points.dataSync() as Float32Array;
      const miningStarted = performance.now();
      const batchLoss = step % ZONE_STEPS === 0 ? losses.withZones : losses.plain;
      mined = batchLoss({ values, rows, dims }, labels, minerRandom);
      mining = performance.now() - miningStarted;
      (save as (tensors: Tensor[]) => void)([
        tensor(Float32Array.from(mined.gradient), points.shape),
      ]);
      return {
        value: scalar(mined.loss),
        gradFunc: (_: Tensor, saved: Tensor[]) => saved[0]!,
      };
    });

    const { value, grads } = tidy(() => {
      const images = inputTensor(inputs, rows);
      return variableGrads(
        () => lossOf(network.forward(images)) as Scalar,
        variables as Variable[],
      );
    });
    const updating = performance.now();
    // Only now: an error on the tape would leave behind the tensors that the tape keeps.
    const diverged = !(Math.abs(mined!.loss) <= LARGEST_LOSS);
    if (!diverged) optimiser.update(variables.map(({ name }) => grads[name]!));
    const ended = performance.now();
    dispose([value, ...Object.values(grads)]);
    if (diverged) throw new DivergedError(`the loss is ${mined!.loss} after ${step} steps`);

    step++;
    const { loss, active, selected, gradient, zones } = mined!;
    return {
      step,
      loss,
      activeShare: selected > 0 ? active / selected : 0,
      gradientNorm: Math.sqrt(gradient.reduce((sum, part) => sum + part * part, 0)),
      ...(zones && { zones: sharesOf(zones) }),
      ...(isOffline(now.miner) && { stale: selected > 0 ? 1 - active / selected : 0 }),
      time: {
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
    reconfigure(next) {
      validateConfig(next);
      const fixed = differences(config, next).filter(
        (name) => !(CHANGEABLE as readonly string[]).includes(name),
      );
      if (fixed.length > 0)
        throw new RangeError(
          `${fixed.join(', ')} cannot change while a run goes on: that takes a new one. ${CHANGEABLE.join(', ')} can`,
        );
      losses = lossesOf(next);
      now = next;
      epoch.forget();
      optimiser.learningRate = next.learningRate;
    },
    weights: () => ({
      network: config.network,
      height,
      width,
      weights: network.parameters.map(({ name, shape, variable }) => ({
        name,
        shape,
        values: Float32Array.from(variable.dataSync()),
      })),
    }),
    dispose() {
      network.dispose();
      optimiser.dispose();
    },
  };
}
