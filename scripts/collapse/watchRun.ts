import type { Dataset } from '#data/dataset.ts';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { cloudRadius } from '#metric/evaluation/cloudRadius.ts';
import { orderRatio } from '#metric/evaluation/orderRatio.ts';
import { radialShare } from '#metric/evaluation/radialShare.ts';
import { createRandom } from '#metric/random.ts';
import { createPKSampler } from '#metric/samplers/pk.ts';
import { batchLossConfig, type TrainingConfig } from '#training/config.ts';
import { createTrainer, type Trainer } from '#training/trainer.ts';
import { configOf, SEEDS, type Watched } from './runs.ts';

/** What is measured of a run at a step: the first two on the held-out digits, the rest on batches. */
interface WatchedPoint {
  readonly step: number;
  readonly spread: number;
  readonly knn: number;
  readonly loss: number;
  readonly activeShare: number;
  readonly gradientNorm: number;
  /** Of the batches that have a force: all points of the others are one. */
  readonly shrinkShare: number;
  readonly orderRatio: number;
  /** The share of batches without a force. */
  readonly still: number;
}

interface WatchedRun {
  readonly seed: number;
  /** The smallest of the spreads, and the step at which it was so small. */
  readonly smallest: { readonly step: number; readonly spread: number };
  readonly points: readonly WatchedPoint[];
}

export interface WatchedRuns extends Watched {
  readonly runs: readonly WatchedRun[];
}

/** Fresh batches that nothing is trained on, so that a moment is measured and not what follows it. */
const BATCHES = 10;
const BATCH_SEED = 1000;
/** How often the spread is looked at for its smallest. */
const SPREAD_STEPS = 25;

/** Batches of a configuration: the training digits' images, and their labels. */
function drawBatches({ p, k }: TrainingConfig, { training, height, width }: Dataset) {
  const size = height * width;
  const sample = createPKSampler({
    labels: training.labels,
    p,
    k,
    random: createRandom(BATCH_SEED),
  });
  return Array.from({ length: BATCHES }, () => {
    const rows = sample();
    const images = new Uint8Array(rows.length * size);
    rows.forEach((row, place) => {
      images.set(training.images.subarray(row * size, (row + 1) * size), place * size);
    });
    return { images, labels: rows.map((row) => training.labels[row]!) };
  });
}

/** The batches as the network embeds them now: means of what their losses and forces come to. */
async function measureBatches(
  trainer: Trainer,
  config: TrainingConfig,
  batches: ReturnType<typeof drawBatches>,
) {
  const { dims } = config;
  // The trainer hands out what is divided by its length already.
  const lossOf = createBatchLoss({ ...batchLossConfig(config), normalise: false });
  const random = createRandom(BATCH_SEED);
  const measured: Omit<WatchedPoint, 'step' | 'spread' | 'knn' | 'still'>[] = [];
  for (const { images, labels } of batches) {
    const embeddings = { values: await trainer.embed(images), rows: labels.length, dims };
    const { loss, active, selected, gradient } = lossOf(embeddings, labels, random);
    measured.push({
      loss,
      activeShare: active / Math.max(1, selected),
      gradientNorm: Math.hypot(...gradient),
      shrinkShare: radialShare(embeddings, gradient),
      orderRatio: orderRatio(embeddings, labels),
    });
  }
  const moving = measured.filter(({ gradientNorm }) => gradientNorm > 0);
  const forced = moving.length > 0 ? moving : measured;
  const meanOf = (of: keyof (typeof measured)[number], among = measured) =>
    among.reduce((sum, each) => sum + each[of], 0) / among.length;
  return {
    loss: meanOf('loss'),
    activeShare: meanOf('activeShare'),
    gradientNorm: meanOf('gradientNorm'),
    shrinkShare: meanOf('shrinkShare', forced),
    orderRatio: meanOf('orderRatio', forced),
    still: 1 - moving.length / measured.length,
  };
}

async function watch(watched: Watched, seed: number, digits: Dataset): Promise<WatchedRun> {
  const config = configOf(watched, seed);
  const batches = drawBatches(config, digits);
  const trainer = createTrainer(config, digits);
  const points: WatchedPoint[] = [];
  let smallest = { step: 0, spread: Number.POSITIVE_INFINITY };
  for (;;) {
    const { step } = trainer;
    const isPoint = watched.steps.includes(step);
    if (isPoint || step % SPREAD_STEPS === 0) {
      const values = await trainer.embedHeldOut();
      const rows = digits.heldOut.labels.length;
      const spread = cloudRadius({ values, rows, dims: config.dims });
      if (spread < smallest.spread) smallest = { step, spread };
      if (isPoint) {
        const { knnAccuracy: knn } = trainer.evaluate(values);
        points.push({
          step,
          spread,
          knn,
          ...(await measureBatches(trainer, config, batches)),
        });
      }
    }
    if (step >= watched.steps.at(-1)!) break;
    await trainer.advance();
  }
  trainer.dispose();
  return { seed, smallest, points };
}

/** Trains a configuration under each seed and measures it at its steps. */
export async function watchRuns(watched: Watched, digits: Dataset): Promise<WatchedRuns> {
  const runs: WatchedRun[] = [];
  for (const seed of SEEDS) runs.push(await watch(watched, seed, digits));
  return { ...watched, runs };
}
