import type { Dataset } from '#data/dataset.ts';
import { withMiner } from '#training/settings/choices.ts';
import { createTrainer } from '#training/trainer.ts';
import { configOf, SEEDS, WATCHED } from './runs.ts';

const COLLAPSE = WATCHED.strategies.find(({ id }) => id === 'collapse')!;
const COLLAPSED_AT = 200;
const RESCUE_STEPS = 300;
const MINERS = ['batch-all', 'semi-hard', 'random'] as const;

/** The k-NN accuracy of a collapsed run, and what it is so many steps after another miner took over. */
export async function measureRescue(digits: Dataset) {
  const measured = [];
  for (const miner of MINERS) {
    const seeds = [];
    for (const seed of SEEDS) {
      const config = configOf(COLLAPSE, seed);
      const trainer = createTrainer(config, digits);
      const knn = async () => trainer.evaluate(await trainer.embedHeldOut()).knnAccuracy;
      while (trainer.step < COLLAPSED_AT) await trainer.advance();
      const before = await knn();
      trainer.reconfigure({ ...config, ...withMiner(miner) });
      while (trainer.step < COLLAPSED_AT + RESCUE_STEPS) await trainer.advance();
      seeds.push({ seed, before, after: await knn() });
      trainer.dispose();
    }
    measured.push({ miner, collapsedAt: COLLAPSED_AT, rescueSteps: RESCUE_STEPS, seeds });
  }
  return measured;
}
