import {
  customGrad,
  dispose,
  type Scalar,
  scalar,
  type Tensor,
  tensor,
  tidy,
  train,
  type Variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import type { Digits } from '../data/digitFormat.ts';
import { type BatchLoss, createBatchLoss } from '../metric/batchLoss.ts';
import { createRandom } from '../metric/random.ts';
import { createPKSampler } from '../metric/samplers.ts';
import { batchLossConfig, type TrainingConfig, validateConfig } from './config.ts';
import { registerDenseGradient } from './dense.ts';
import { type Evaluation, evaluate } from './evaluation.ts';
import { imagesTensor } from './images.ts';
import type { SavedNetwork } from './layersModel.ts';
import { createNetwork } from './network.ts';

const HIDDEN_LAYERS = [256, 128];
/** A teaching device: real systems embed in 128 to 512 dimensions. */
export const DIMS = 2;

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
}

export interface StepResult {
  /** Steps done, this one included. */
  readonly step: number;
  /** The loss of the batch before this step's update. */
  readonly loss: number;
  /** Of the selected pairs or triplets, the share whose loss is positive; 0 when none was selected. */
  readonly activeShare: number;
  readonly time: StepTime;
}

export interface Trainer {
  readonly step: number;
  readonly imagesPerStep: number;
  /** One batch: forward, mining, backward, update. Throws a DivergedError when numbers blow up. */
  advance(): StepResult;
  /** Where the held-out digits lie now: row-major, DIMS numbers each. The caller owns the array. */
  embedHeldOut(): Float32Array;
  evaluate(embedding: Float32Array): Evaluation;
  /** Where other images would lie: bytes of as many pixels as the digits have, one after another. */
  embed(images: Uint8Array): Float32Array;
  /** A copy of what the network has learned. */
  weights(): SavedNetwork;
  /** Frees every tensor that the trainer holds. */
  dispose(): void;
}

/**
 * Trains a network 784-256-128-2 on P×K batches with Adam on the current TensorFlow.js backend.
 * With the same configuration and backend every number comes out the same.
 * Throws a RangeError for a configuration that is not valid.
 */
export function createTrainer(config: TrainingConfig, digits: Digits): Trainer {
  validateConfig(config);
  registerDenseGradient();
  const seeds = createRandom(config.seed);
  const nextRandom = () => createRandom(Math.floor(seeds() * 2 ** 31));
  const { p, k, learningRate } = config;
  const { training, heldOut } = digits;

  const sample = createPKSampler({ labels: training.labels, p, k, random: nextRandom() });
  const batchLoss = createBatchLoss(batchLossConfig(config));
  const minerRandom = nextRandom();
  const network = createNetwork(
    [digits.height * digits.width, ...HIDDEN_LAYERS, DIMS],
    nextRandom(),
  );
  const optimiser = train.adam(learningRate);
  const heldOutImages = imagesTensor(heldOut);
  let step = 0;

  function advance(): StepResult {
    const started = performance.now();
    const indices = sample();
    const labels = indices.map((index) => training.labels[index]!);
    let mined: BatchLoss | undefined;
    let mining = 0;

    /** The loss and its gradient enter here: which triplets are chosen is off the tape. */
    const lossOf = customGrad((embedding: Tensor | object, save?: unknown) => {
      const points = embedding as Tensor;
      const values = points.dataSync() as Float32Array;
      const miningStarted = performance.now();
      mined = batchLoss({ values, rows: indices.length, dims: DIMS }, labels, minerRandom);
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
      const images = imagesTensor(training, indices);
      return variableGrads(
        () => lossOf(network.forward(images)) as Scalar,
        network.variables as Variable[],
      );
    });
    const updating = performance.now();
    // Only now: an error on the tape would leave behind the tensors that the tape keeps.
    const diverged = !(Math.abs(mined!.loss) <= LARGEST_LOSS);
    if (!diverged) {
      optimiser.applyGradients(Object.entries(grads).map(([name, tensor]) => ({ name, tensor })));
    }
    const ended = performance.now();
    dispose([value, ...Object.values(grads)]);
    if (diverged) throw new DivergedError(`the loss is ${mined!.loss} after ${step} steps`);

    step++;
    const { loss, active, selected } = mined!;
    return {
      step,
      loss,
      activeShare: selected > 0 ? active / selected : 0,
      time: {
        network: updating - started - mining,
        mining,
        optimiser: ended - updating,
      },
    };
  }

  return {
    get step() {
      return step;
    },
    imagesPerStep: p * k,
    advance,
    embedHeldOut: () =>
      tidy(() => (network.forward(heldOutImages).dataSync() as Float32Array).slice()),
    evaluate: (embedding) =>
      evaluate({ values: embedding, rows: heldOut.labels.length, dims: DIMS }, heldOut.labels),
    embed: (images) =>
      tidy(() => {
        const labels = new Uint8Array(images.length / (digits.height * digits.width));
        return (
          network.forward(imagesTensor({ images, labels })).dataSync() as Float32Array
        ).slice();
      }),
    weights: () => ({
      network: 'mlp',
      height: digits.height,
      width: digits.width,
      weights: network.variables.map((variable, index) => ({
        name: `dense${1 + (index >> 1)}/${index % 2 === 0 ? 'kernel' : 'bias'}`,
        // Dense kernels carry a leading axis of length 1.
        shape: index % 2 === 0 ? variable.shape.slice(1) : variable.shape,
        values: Float32Array.from(variable.dataSync()),
      })),
    }),
    dispose() {
      network.dispose();
      optimiser.dispose();
      heldOutImages.dispose();
    },
  };
}
