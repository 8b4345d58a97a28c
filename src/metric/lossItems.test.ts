import { describe, expect, test } from 'vitest';
import { baseConfig } from '#support/batches.ts';
import { forEachItem } from './lossItems.ts';
import { createRandom } from './random.ts';

/** Two classes, taking turns on a line. */
const embeddings = { values: Float64Array.of(1, 0, 5, 1, 2, 0, -6, 1), rows: 4, dims: 2 };
const labels = [7, 3, 7, 3];

/** The rows of the triplets that batch-hard selects of these anchors. */
function tripletsOf(asks?: (anchor: number) => boolean) {
  const visited: (readonly number[])[] = [];
  const config = { ...baseConfig, loss: 'triplet', miner: 'batch-hard' } as const;
  forEachItem(config, embeddings, labels, createRandom(1), ({ rows }) => visited.push(rows), asks);
  return visited;
}

describe('the triplets of a batch', () => {
  test('are visited class by class', () => {
    expect(tripletsOf()).toEqual([
      [0, 2, 1],
      [2, 0, 1],
      [1, 3, 2],
      [3, 1, 0],
    ]);
  });

  test('can be asked for some anchors only', () => {
    expect(tripletsOf((anchor) => anchor > 1)).toEqual([
      [2, 0, 1],
      [3, 1, 0],
    ]);
  });
});
