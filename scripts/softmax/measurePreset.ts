import type { Dataset, Samples } from '#data/dataset.ts';
import { judgeFewLabels } from '#islands/TwoViews/judge.ts';
import type { Embeddings } from '#metric/embeddings.ts';
import { coordinateSpread } from '#metric/evaluation/coordinateSpread.ts';
import { normaliseRows } from '#metric/normalise.ts';
import { DEFAULT_CONFIG } from '#training/config.ts';
import { differences } from '#training/settings/changes.ts';
import { createTrainer, type Trainer } from '#training/trainer.ts';
import { SEEDS } from '../collapse/runs.ts';
import type { SoftmaxRun } from './runs.ts';

/** The mean over so many draws of the labelled digits. */
const DRAWS = 20;

/** How much a coordinate varies once every row has length 1. */
const stdOf = (embeddings: Embeddings) =>
  coordinateSpread({ ...embeddings, values: normaliseRows(embeddings) });

async function measureSeed({ config, steps }: SoftmaxRun, seed: number, digits: Dataset) {
  const trainer = createTrainer({ ...config, seed }, digits);
  const at = async ({ images, labels }: Samples): Promise<Embeddings> => ({
    values: await trainer.embed(images),
    rows: labels.length,
    dims: config.dims,
  });
  const points = [];
  let microseconds = 0;
  let loss: number | undefined;
  for (;;) {
    if (steps.includes(trainer.step)) {
      const heldOut = await at(digits.heldOut);
      const { knnAccuracy: knn, spread } = trainer.evaluate(Float32Array.from(heldOut.values));
      points.push({ step: trainer.step, loss, knn, spread, std: stdOf(heldOut) });
    }
    if (trainer.step >= steps.at(-1)!) break;
    [loss, microseconds] = await timedStep(trainer, microseconds);
  }
  const heldOut = await at(digits.heldOut);
  trainer.dispose();
  return {
    seed,
    seconds: microseconds / 1e6,
    points,
    fewLabels: judgeFewLabels(heldOut, digits.heldOut.labels, { draws: DRAWS }),
  };
}

/** The processor's time, which other work on the machine does not count into. */
async function timedStep(trainer: Trainer, before: number): Promise<[number, number]> {
  const started = process.cpuUsage();
  const { loss } = await trainer.advance();
  const { user, system } = process.cpuUsage(started);
  return [loss, before + user + system];
}

/** Trains a preset under each seed: what it comes to along the way, and with few labels at its end. */
export async function measurePreset(run: SoftmaxRun, digits: Dataset) {
  const runs = [];
  for (const seed of SEEDS) runs.push(await measureSeed(run, seed, digits));
  const settings = Object.fromEntries(
    differences(DEFAULT_CONFIG, run.config).map((name) => [name, run.config[name]]),
  );
  return { settings, runs };
}

/** The same few labels on raw pixels. */
export function measurePixels({ heldOut, height, width }: Dataset) {
  const { images, labels } = heldOut;
  const pixels = {
    values: Float32Array.from(images, (byte) => byte / 255),
    rows: labels.length,
    dims: height * width,
  };
  return { fewLabels: judgeFewLabels(pixels, labels, { draws: DRAWS }) };
}
