import type { Dataset } from '#data/dataset.ts';
import { GLYPHS } from '#data/glyphs/kinds.ts';
import { embedPixels } from '#training/signs/signSources.ts';
import { createTrainer } from '#training/trainer.ts';
import { DRAWS, embedAll, judgeNewClasses, MANY_WAYS, SHOTS, WAYS } from './judge.ts';
import { configOf, SEEDS, SIGN_RUNS, type SignData, type SignRun, signData } from './networks.ts';

type Judged = Awaited<ReturnType<typeof judgeNewClasses>>;

async function train(run: SignRun, seed: number, data: SignData): Promise<Judged> {
  const trainer = createTrainer(configOf(run, seed), data[run.data]);
  while (trainer.step < run.steps) await trainer.advance();
  const judged = await judgeNewClasses((images) => trainer.embed(images), data);
  trainer.dispose();
  return judged;
}

/**
 * How well classes that no network was trained on are told apart by the mean of 1, 3 and 5 examples: the
 * digits 6 to 9, and kinds of glyph. Of every network under each seed.
 */
export async function measureNewClasses(digits: Dataset) {
  const data = signData(digits);
  const pixels = await judgeNewClasses(async (images) => embedAll(embedPixels, images), data);
  const rows: { id: string; seeds: Judged[] }[] = [{ id: 'pixels', seeds: [pixels] }];
  for (const run of SIGN_RUNS) {
    const seeds: Judged[] = [];
    for (const seed of SEEDS) seeds.push(await train(run, seed, data));
    rows.push({ id: run.id, seeds });
    console.log(run.id);
  }
  return {
    shots: SHOTS,
    draws: DRAWS,
    ways: WAYS,
    manyWays: MANY_WAYS,
    trainedKinds: GLYPHS.training.kinds,
    testKinds: GLYPHS.test.kinds,
    rows,
  };
}
