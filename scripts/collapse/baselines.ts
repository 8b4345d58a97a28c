import type { Dataset, Samples } from '#data/dataset.ts';
import type { Embeddings } from '#metric/embeddings.ts';
import { knnAccuracy } from '#metric/evaluation/knn.ts';
import { principalAxes, projectOnto } from '#metric/pca.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from '#training/config.ts';
import { judge } from '#training/evaluation.ts';
import { createTrainer } from '#training/trainer.ts';
import { SEEDS } from './runs.ts';

const CLASSES = Array.from({ length: 10 }, (_, digit) => digit);
const NEIGHBOURS = 5;
const AXES = [2, 32];

/** Bytes as the network sees them, 0 to 1: the order of distances is the same. */
const pixels = ({ images, labels }: Samples): Embeddings => ({
  values: Float32Array.from(images, (byte) => byte / 255),
  rows: labels.length,
  dims: images.length / labels.length,
});

/** By themselves, each held-out digit by the others, as the lab judges; and by the training digits. */
function judged(digits: Dataset, heldOut: Embeddings, training?: Embeddings) {
  return {
    knn: judge(heldOut, digits.heldOut.labels, CLASSES).knnAccuracy,
    ...(training && {
      knnByTraining: knnAccuracy({
        reference: training,
        referenceLabels: digits.training.labels,
        query: heldOut,
        queryLabels: digits.heldOut.labels,
        k: NEIGHBOURS,
      }),
    }),
  };
}

async function untrained(settings: Partial<TrainingConfig>, digits: Dataset) {
  const seeds = [];
  for (const seed of SEEDS) {
    const config = { ...DEFAULT_CONFIG, ...settings, seed };
    const trainer = createTrainer(config, digits);
    const { dims } = config;
    const at = async ({ images, labels }: Samples) => ({
      values: await trainer.embed(images),
      rows: labels.length,
      dims,
    });
    seeds.push(judged(digits, await at(digits.heldOut), await at(digits.training)));
    trainer.dispose();
  }
  return seeds;
}

/**
 * 5-NN accuracy on the held-out digits without any training: of pixels, of their principal axes, and of
 * networks as the seeds begin them.
 */
export async function measureBaselines(digits: Dataset) {
  const [training, heldOut] = [pixels(digits.training), pixels(digits.heldOut)];
  const axes = principalAxes(training, Math.max(...AXES));
  const along = (count: number, of: Embeddings): Embeddings => {
    const first = { ...axes, axes: axes.axes.subarray(0, count * axes.dims), count };
    return { values: projectOnto(first, of), rows: of.rows, dims: count };
  };
  return {
    neighbours: NEIGHBOURS,
    heldOut: heldOut.rows,
    training: training.rows,
    pixels: judged(digits, heldOut, training),
    principalAxes: AXES.map((dims) => ({
      dims,
      ...judged(digits, along(dims, heldOut), along(dims, training)),
    })),
    untrained: [
      { dims: 2, normalise: false, seeds: await untrained({ dims: 2 }, digits) },
      { dims: 32, normalise: false, seeds: await untrained({ dims: 32 }, digits) },
      {
        dims: 32,
        normalise: true,
        seeds: await untrained({ dims: 32, normalise: true }, digits),
      },
    ],
  };
}
