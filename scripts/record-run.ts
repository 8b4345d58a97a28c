/**
 * `npm run record`: trains with the lab's defaults and writes where the held-out digits end up to
 * src/islands/TrainingLab/recording/recordedRun.json, for the lab's still.
 */
import { writeFileSync } from 'node:fs';
import { classMedians, fitView, project } from '#kit/scatter/embeddingView.ts';
import { DEFAULT_CONFIG } from '#training/config.ts';
import type { Evaluation } from '#training/evaluation.ts';
import type { StepResult } from '#training/step.ts';
import { createTrainer } from '#training/trainer.ts';
import { readDigits } from '#support/readDigits.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';

const STEPS = 1200;
const EVALUATION_STEPS = 100;
const MEAN_OF = 5;
const SIZE = 500;
const output = new URL('../src/islands/TrainingLab/recording/recordedRun.json', import.meta.url);

await useNodeBackend('wasm');
const digits = readDigits();
const trainer = createTrainer(DEFAULT_CONFIG, digits);
const steps: StepResult[] = [];
const evaluations: (Evaluation & { step: number })[] = [];
let embedding = await trainer.embedHeldOut();
evaluations.push({ step: 0, ...trainer.evaluate(embedding) });
while (trainer.step < STEPS) {
  steps.push(await trainer.advance());
  if (trainer.step % EVALUATION_STEPS !== 0) continue;
  embedding = await trainer.embedHeldOut();
  evaluations.push({ step: trainer.step, ...trainer.evaluate(embedding) });
}

/** Rounded means of so many steps each: what a curve of a few hundred pixels can show. */
const means = (value: (result: StepResult) => number) =>
  Array.from({ length: STEPS / MEAN_OF }, (_, index) => {
    const few = steps.slice(index * MEAN_OF, (index + 1) * MEAN_OF);
    return Number((few.reduce((sum, result) => sum + value(result), 0) / MEAN_OF).toFixed(4));
  });

const { labels } = digits.heldOut;
const points = project(embedding, fitView(embedding, 0), SIZE).map(Math.round);
const medians = classMedians(points, labels, 10);
/** Dots as an SVG path: each a stroke of no length, which round caps make a dot. */
const dots = (digit: number) =>
  Array.from(labels.keys())
    .filter((row) => labels[row] === digit)
    .map((row) => `M${points[2 * row]} ${points[2 * row + 1]}h0`)
    .join('');
const recorded = {
  size: SIZE,
  steps: STEPS,
  seed: DEFAULT_CONFIG.seed,
  curves: {
    meanOf: MEAN_OF,
    loss: means(({ loss }) => loss),
    activeShare: means(({ activeShare }) => activeShare),
    evaluations,
  },
  digits: Array.from({ length: 10 }, (_, digit) => ({
    median: [medians[2 * digit], medians[2 * digit + 1]],
    points: dots(digit),
  })),
};
writeFileSync(output, `${JSON.stringify(recorded, null, 2)}\n`);
console.log(
  `kNN accuracy ${evaluations.at(-1)?.knnAccuracy} after ${STEPS} steps: ${output.pathname}`,
);
