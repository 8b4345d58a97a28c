import { describe, expect, test } from 'vitest';
import { type MiningConfig, mineTriplets } from './mineTriplets.ts';
import { createRandom } from './random.ts';

const config: MiningConfig = {
  miner: 'batch-hard',
  distance: 'squared',
  margin: 0.5,
  normalise: false,
};
/** Two classes, taking turns on a line; the last lies in the direction of none of the others. */
const embeddings = { values: Float64Array.of(1, 0, 5, 1, 2, 0, -6, 1), rows: 4, dims: 2 };
const labels = [7, 3, 7, 3];
const mine = (change: Partial<MiningConfig> = {}, of: ArrayLike<number> = labels) =>
  mineTriplets({ ...config, ...change }, embeddings, of, createRandom(1));

describe('mined triplets', () => {
  test('come by ascending anchor, whatever the order of the classes', () => {
    expect([...mine()]).toEqual([0, 2, 1, 1, 3, 2, 2, 0, 1, 3, 1, 0]);
  });

  test('are those of the rows divided by their length where they are to be normalised', () => {
    // On the circle row 1 is nearest to 0 and 2 alike, and so is the first of the two to it.
    expect([...mine({ normalise: true })]).toEqual([0, 2, 1, 1, 3, 0, 2, 0, 1, 3, 1, 0]);
    expect([...embeddings.values]).toEqual([1, 0, 5, 1, 2, 0, -6, 1]);
  });

  test('need a miner and a distance that are known, a margin and labels', () => {
    expect(() => mine({ miner: 'clever' as 'random' })).toThrow(
      'unknown miner "clever": known are batch-all',
    );
    expect(() => mine({ distance: 'cosine' as 'plain' })).toThrow('unknown distance "cosine"');
    expect(() => mine({ margin: -1 })).toThrow('at least 0, not -1');
    expect(() => mine({ margin: 'soft' })).not.toThrow();
    expect(() => mine({}, [1, 2])).toThrow('4 embeddings need as many labels, not 2');
  });
});
