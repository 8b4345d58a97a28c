import type { Dataset } from '#data/dataset.ts';
import type { FewLabels } from '#islands/TwoViews/few.ts';
import { judgeFewLabels, type Shape, shapeOf } from '#islands/TwoViews/judge.ts';
import { type Choices, configOf, DIMS, STEPS } from '#islands/TwoViews/runs.ts';
import type { Embeddings } from '#metric/embeddings.ts';
import { recallAtK } from '#metric/evaluation/recall.ts';
import { createTrainer } from '#training/trainer.ts';

/** Steps after which a run is judged. */
const JUDGED_AT = [0, 50, 100, 200, 300, STEPS];
const DRAWS = 10;

interface ViewsPoint extends Shape {
  readonly step: number;
  /** Of training, judging left out, on one thread; differs from machine to machine. */
  readonly seconds: number;
  readonly loss: number;
  readonly few: FewLabels;
  readonly recallAt1: number;
}

export interface ViewsRun {
  readonly seed: number;
  readonly points: readonly ViewsPoint[];
}

/** A run without labels, judged on the held-out digits now and then. */
export async function watchViews(choices: Choices, digits: Dataset): Promise<ViewsRun> {
  const trainer = createTrainer(configOf(choices), digits);
  const { labels } = digits.heldOut;
  const points: ViewsPoint[] = [];
  let seconds = 0;
  while (trainer.step <= STEPS) {
    const { step } = trainer;
    const judged = JUDGED_AT.includes(step) && (await trainer.embedHeldOut());
    const started = performance.now();
    const { loss } = await trainer.advance();
    const before = seconds;
    seconds += (performance.now() - started) / 1000;
    if (!judged) continue;
    const embeddings = { values: judged, rows: labels.length, dims: DIMS };
    points.push({
      step,
      seconds: before,
      loss,
      few: judgeFewLabels(embeddings, labels, { draws: DRAWS }),
      recallAt1: recallAtK(embeddings, labels, 1),
      ...shapeOf(embeddings, labels),
    });
  }
  trainer.dispose();
  return { seed: choices.seed, points };
}

/** The held-out digits as they are, their pixels 0 to 1. */
export function judgePixels({ heldOut }: Dataset) {
  const { images, labels } = heldOut;
  const embeddings: Embeddings = {
    values: Float32Array.from(images, (byte) => byte / 255),
    rows: labels.length,
    dims: images.length / labels.length,
  };
  return {
    few: judgeFewLabels(embeddings, labels, { draws: DRAWS }),
    recallAt1: recallAtK(embeddings, labels, 1),
  };
}
