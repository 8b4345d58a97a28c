/**
 * `npm run record`: races the four strategies that StrategyRace starts with and writes how it went
 * to src/islands/StrategyRace, for the figure to show before the reader's own race: its numbers to
 * recordedRace.json, its maps to recordedMaps.json. It comes out the same each time.
 */
import { writeFileSync } from 'node:fs';
import { classMedians, fitView, project } from '#kit/scatter/embeddingView.ts';
import { configOf } from '#islands/StrategyRace/lane.ts';
import { initialLanes, definition } from '#islands/StrategyRace/definition.ts';
import { classDots } from '#kit/scatter/classDots.ts';
import type { StepResult } from '#training/step.ts';
import { createTrainer } from '#training/trainer.ts';
import { readDigits } from '#support/readDigits.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';

const EVALUATION_STEPS = 50;
const MEAN_OF = 10;
const SIZE = 500;
const DRAWN = 500;
/** Medians within so many units lie on one spot: a collapse, on which no names are written. */
const PILE = 24;
const write = (name: string, content: object) => {
  const output = new URL(`../src/islands/StrategyRace/${name}.json`, import.meta.url);
  writeFileSync(output, `${JSON.stringify(content, null, 2)}\n`);
};

const { p, k, seed, steps } = definition.settings;
const common = { p: p.initial, k: k.initial, seed: seed.initial };
const digits = readDigits();
const { labels } = digits.heldOut;
await useNodeBackend('wasm');

const rounded = (value: number) => Number(value.toFixed(4));

async function raced(lane: (typeof initialLanes)[number]) {
  const trainer = createTrainer(configOf(lane, common), digits);
  const results: StepResult[] = [];
  const judge = async () => {
    const { recallAt1, knnAccuracy, spread } = trainer.evaluate(await trainer.embedHeldOut());
    return { step: trainer.step, recallAt1, knnAccuracy, spread: rounded(spread) };
  };
  const evaluations = [await judge()];
  while (trainer.step < steps.initial) {
    results.push(await trainer.advance());
    if (trainer.step % EVALUATION_STEPS === 0) evaluations.push(await judge());
  }
  const means = (of: (result: StepResult) => number) =>
    Array.from({ length: steps.initial / MEAN_OF }, (_, index) => {
      const few = results.slice(index * MEAN_OF, (index + 1) * MEAN_OF);
      return rounded(few.reduce((sum, result) => sum + of(result), 0) / MEAN_OF);
    });
  const embedding = await trainer.embedHeldOut();
  const view = fitView(embedding, 1.5 * lane.margin);
  const points = project(embedding, view, SIZE).map(Math.round);
  const medians = classMedians(points, labels, 10);
  const along = (axis: number) => medians.filter((_, index) => index % 2 === axis);
  const isPiled = [0, 1].every(
    (axis) => Math.max(...along(axis)) - Math.min(...along(axis)) < PILE,
  );
  const dots = (digit: number) => classDots(points, labels.subarray(0, DRAWN), digit);
  trainer.dispose();
  const numbers = {
    loss: means(({ loss }) => loss),
    activeShare: means(({ activeShare }) => activeShare),
    evaluations,
  };
  const map = {
    half: rounded(view.half),
    digits: Array.from({ length: 10 }, (_, digit) => ({
      median: isPiled ? [] : [medians[2 * digit]!, medians[2 * digit + 1]!],
      points: dots(digit),
    })),
  };
  return { numbers, map };
}

const lanes: Awaited<ReturnType<typeof raced>>[] = [];
for (const lane of initialLanes) lanes.push(await raced(lane));
write('recordedRace', {
  steps: steps.initial,
  meanOf: MEAN_OF,
  lanes: lanes.map(({ numbers }) => numbers),
});
write('recordedMaps', { size: SIZE, lanes: lanes.map(({ map }) => map) });
console.log(lanes.map(({ numbers }) => numbers.evaluations.at(-1)?.knnAccuracy).join(' '));
