/** In the browser: runs whose steps stay on the card, beside the same from TensorFlow.js' own operations. */
import '@tensorflow/tfjs-backend-webgpu';
import { setBackend } from '@tensorflow/tfjs-core';
import type { Dataset } from '#data/dataset.ts';
import { createRandom } from '#metric/random.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from '#training/config.ts';
import { lossOf } from '#training/settings/choices.ts';
import type { StepResult } from '#training/step.ts';
import { createTrainer } from '#training/trainer.ts';

interface Run {
  /** In how many goes its first steps were taken. */
  readonly goes: number;
  readonly results: readonly Pick<StepResult, 'step' | 'loss' | 'activeShare' | 'gradientNorm'>[];
  readonly told: readonly string[];
  readonly weights: readonly (readonly number[])[];
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly inputs: readonly number[];
  readonly draws: readonly number[];
  readonly learned: readonly number[];
  readonly vectors: readonly number[];
  readonly heldOut: readonly number[];
}

export interface Runs {
  readonly name: string;
  readonly onCard: Run;
  readonly byOperations: Run;
}

const STEPS = 5;

/** Images of an odd size, of ten kinds, one of them all 0: pooling has ties. */
function data(side: number): Dataset {
  const random = createRandom(3);
  const size = side * (side + 2);
  const labels = Uint8Array.from({ length: 60 }, (_, row) => row % 10);
  const images = Uint8Array.from({ length: labels.length * size }, (_, at) =>
    Math.floor(random() * (1 + 25 * labels[Math.floor(at / size)]!)),
  );
  const samples = { images, labels };
  return { height: side, width: side + 2, training: samples, heldOut: samples };
}

const BASE: Partial<TrainingConfig> = { p: 4, k: 3, learningRate: 0.01 };
interface Case extends Partial<TrainingConfig> {
  readonly side: number;
  readonly changes?: readonly Partial<TrainingConfig>[];
}

/** In mid-run: what is told with the step, other kernels, what no kernel knows, and back. */
const CHANGES: readonly Partial<TrainingConfig>[] = [
  { margin: 0.9, learningRate: 0.001 },
  { miner: 'batch-hard' },
  { miner: 'random' },
  { miner: 'distance-weighted' },
  {},
];

const CASES: readonly Case[] = [
  { side: 5, optimiser: 'sgd', changes: CHANGES },
  { side: 7, p: 9, k: 15, dims: 3, normalise: true, margin: 0.2 },
  { side: 9, network: 'small-conv', optimiser: 'sgd' },
  { side: 5, network: 'reference-conv', optimiser: 'sgd' },
  { side: 5, miner: 'semi-hard-facenet', p: 5, k: 6, optimiser: 'sgd', margin: 0.2 },
  { side: 5, miner: 'random', distance: 'plain', optimiser: 'sgd' },
  { side: 5, miner: 'offline-hard', p: 5, k: 2, epochLength: 3, optimiser: 'sgd' },
  { side: 5, loss: 'vicreg', optimiser: 'sgd', learningRate: 0.001 },
  { side: 5, loss: 'cos-face', reducer: 'mean', changes: [{ cosineMargin: 0.1 }] },
  {
    ...{ side: 5, loss: 'nt-xent', similarity: 'cosine', changes: [{ temperature: 0.3 }] },
    ...{ sampler: 'views', augmentation: 'distortion', p: 5, k: 2, eraseSide: 2, noise: 0.1 },
  },
];

/** With a loss of one's own, which may be anything, no step stays on the card. */
async function run(
  { changes = [{ margin: 0.9 }], ...config }: TrainingConfig & Case,
  onCard: boolean,
): Promise<Run> {
  const own = onCard ? {} : { loss: lossOf(config) };
  const trainer = createTrainer(config, data(config.side), undefined, own);
  const results: StepResult[] = [];
  let goes = 0;
  for (; results.length < STEPS; goes++)
    results.push(...(await trainer.advanceBy(STEPS - results.length)));
  const { weights } = await trainer.weights();
  const batch = (await trainer.inspectBatch())!;
  for (const change of changes) {
    trainer.reconfigure({ ...config, ...change });
    results.push(await trainer.advance());
  }
  const heldOut = await trainer.embedHeldOut();
  const vectors = await trainer.classVectors();
  trainer.dispose();
  return {
    goes,
    results: results.map(({ step, loss, activeShare, gradientNorm }) => ({
      ...{ step, loss, activeShare, gradientNorm },
    })),
    told: results.map((result) => Object.keys(result).toSorted().join()),
    weights: weights.map(({ values }) => Array.from(values)),
    before: Array.from(batch.before),
    after: Array.from(batch.after),
    inputs: Array.from(batch.inputs),
    draws: Array.from(batch.draws),
    learned: batch.learned.flatMap((each) => Array.from(each)),
    vectors: Array.from(vectors?.values ?? []),
    heldOut: Array.from(heldOut),
  };
}

export interface Divergence {
  readonly error: string;
  readonly steps: number;
  readonly weights: readonly number[];
}

async function diverge(config: TrainingConfig, onCard: boolean): Promise<Divergence> {
  const own = onCard ? {} : { loss: lossOf(config) };
  const trainer = createTrainer(config, data(5), undefined, own);
  let error = '';
  while (!error)
    await trainer.advanceBy(8).catch(({ name }: Error) => {
      error = name;
    });
  const { weights } = await trainer.weights();
  const { step: steps } = trainer;
  trainer.dispose();
  return { error, steps, weights: weights.flatMap(({ values }) => Array.from(values)) };
}

/** Runs whose numbers blow up. */
export async function compareDivergence(): Promise<{
  onCard: Divergence;
  byOperations: Divergence;
}> {
  await setBackend('webgpu');
  const config = { ...DEFAULT_CONFIG, ...BASE, optimiser: 'sgd', learningRate: 1000 } as const;
  return { onCard: await diverge(config, true), byOperations: await diverge(config, false) };
}

export async function compareRuns(): Promise<Runs[]> {
  await setBackend('webgpu');
  const runs: Runs[] = [];
  for (const change of CASES) {
    const config = { ...DEFAULT_CONFIG, ...BASE, ...change };
    runs.push({
      name: JSON.stringify(change),
      onCard: await run(config, true),
      byOperations: await run(config, false),
    });
  }
  return runs;
}
