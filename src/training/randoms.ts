import { createRandom } from '#metric/random.ts';

/**
 * A random number generator for each thing that a run draws, so that one more number drawn for one of
 * them changes nothing of the others. Recordings depend on the order in which they are seeded.
 */
export function createRandoms(seed: number) {
  const seeds = createRandom(seed);
  const next = () => createRandom(Math.floor(seeds() * 2 ** 31));
  return {
    sampler: next(),
    miner: next(),
    weights: next(),
    augmentation: next(),
    epoch: next(),
    learned: next(),
  };
}

export type Randoms = ReturnType<typeof createRandoms>;
