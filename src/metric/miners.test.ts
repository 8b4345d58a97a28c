import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyBatch, computeLoss, type LabelledBatch } from '#support/batches.ts';
import {
  farthestOf,
  minerDefinitions,
  nearestOf,
  type Pair,
  pairOf,
  type AnchorPairs,
} from '#support/minerDefinitions.ts';
import { everyMiner } from '#support/everyMiner.ts';
import { easyHard, type Strategy } from './conventions/easyHard.ts';
import { semiHardTfa } from './conventions/semiHardTfa.ts';
import { lookUp } from './lookUp.ts';
import type { Miner } from './miners/miner.ts';
import { type MiningConfig, mineTriplets } from './mineTriplets.ts';
import { distanceMatrix } from './pairwise.ts';
import type { MarginTie } from './zones.ts';

/** Squared, and on a grid of halves: without rounding, so that ties are ties. */
const distance = 'squared';
const margins = fc.constantFrom(0, 0.25, 0.5, 1);
const chances = fc.constantFrom(0, 0.3, 0.5, 0.999);
const marginTies = fc.constantFrom<MarginTie>('easy', 'semi-hard');

type Triplet = readonly [anchor: number, positive: number, negative: number];
const inOrder = (triplets: readonly Triplet[]) =>
  triplets.toSorted((s, t) => s[0] - t[0] || s[1] - t[1] || s[2] - t[2]);

function mined(
  { embeddings, labels }: LabelledBatch,
  config: Omit<MiningConfig, 'distance' | 'normalise'>,
  chance: number,
) {
  const all = { distance, normalise: false, ...config } as const;
  const flat = mineTriplets(all, embeddings, labels, () => chance);
  const triplets = Array.from({ length: flat.length / 3 }, (_, t): Triplet => {
    return [flat[3 * t]!, flat[3 * t + 1]!, flat[3 * t + 2]!];
  });
  return inOrder(triplets);
}

function defined(
  { embeddings, labels }: LabelledBatch,
  definition: (anchorPairs: AnchorPairs) => Pair[],
  choices: Pick<AnchorPairs, 'margin' | 'tieIsEasy' | 'chance'>,
) {
  const matrix = distanceMatrix(embeddings, distance);
  const rows = labels.map((_, row) => row);
  const triplets = rows.flatMap((anchor) =>
    definition({
      ...choices,
      anchor,
      positives: rows.filter((row) => row !== anchor && labels[row] === labels[anchor]),
      negatives: rows.filter((row) => labels[row] !== labels[anchor]),
      d: (row) => matrix[anchor * rows.length + row]!,
      dims: embeddings.dims,
    }).map(([p, n]): Triplet => [anchor, p, n]),
  );
  return inOrder(triplets);
}

describe('every miner', () => {
  test('is defined once more in tests/support/minerDefinitions.ts, to be judged by', () => {
    expect([...minerDefinitions.keys()].sort()).toEqual(everyMiner.map(([name]) => name).sort());
  });

  test.each(everyMiner)('%s: selects what its definition says, ties included', (name, miner) => {
    fc.assert(
      fc.property(anyBatch, margins, chances, marginTies, (batch, margin, chance, marginTie) => {
        const tieIsEasy = marginTie === 'easy';
        const definition = lookUp(minerDefinitions, 'definition of a miner', name);
        const expected = defined(batch, definition, { margin, tieIsEasy, chance });
        expect(mined(batch, { miner, margin, conventions: { marginTie } }, chance)).toEqual(
          expected,
        );
        const { selected, empty } = computeLoss(batch, {
          miner,
          margin,
          conventions: { marginTie },
        });
        // What is drawn differs, and how many there are does not.
        expect(selected).toBe(expected.length);
        expect(empty).toBe(expected.length === 0);
      }),
      { numRuns: 200 },
    );
  });

  const named = new Map<string, Miner>(everyMiner);

  test.each([
    'violating',
    'easy',
    'semi-hard',
    'hard',
    'hardest-negative',
    'semi-hard-facenet',
    'violating-random',
  ])('%s: says by its name that it has no use for a soft margin', (name) => {
    expect(() =>
      computeLoss(
        { embeddings: { values: new Float64Array(2), rows: 1, dims: 2 }, labels: [0] },
        { miner: named.get(name)!, margin: 'soft' },
      ),
    ).toThrow(`miner "${name}" compares with the margin`);
  });
});

describe('the stand-ins of an incomplete anchor', () => {
  const onLine = (...xs: readonly number[]) => ({
    values: Float64Array.from(xs),
    rows: xs.length,
    dims: 1,
  });
  const conventions = { incompleteAnchor: 'stand-in' } as const;
  const select = (miner: MiningConfig['miner'], xs: readonly number[], labels: number[]) =>
    mined({ embeddings: onLine(...xs), labels }, { miner, margin: 0.5, conventions }, 0);

  test('of batch-hard are the anchor itself as positive, and the farthest row as negative', () => {
    expect(select('batch-hard', [0, 5, 6], [0, 1, 1])[0]).toEqual([0, 0, 1]);
    expect(select('batch-hard', [0, 5, 7], [1, 1, 1])).toEqual([
      [0, 2, 2],
      [1, 0, 0],
      [2, 0, 0],
    ]);
    expect(select('batch-hard', [3], [0])).toEqual([[0, 0, 0]]);
  });

  test('of semi-hard-tfa is the anchor itself as negative', () => {
    expect(select(semiHardTfa, [0, 5], [1, 1])).toEqual([
      [0, 1, 0],
      [1, 0, 1],
    ]);
  });

  test('do not exist for the other miners, which leave it out', () => {
    for (const [name, miner] of everyMiner)
      if (name !== 'batch-hard' && name !== 'semi-hard-tfa') {
        expect(select(miner, [0, 0.1, 0.2], [1, 1, 1])).toEqual([]);
        expect(select(miner, [0, 0.1, 0.2], [1, 2, 3])).toEqual([]);
      }
  });
});

describe('a positive and a negative by their own strategies', () => {
  const strategies: Strategy[] = ['easy', 'semi-hard', 'hard'];
  const combinations = strategies.flatMap((positiveBy) =>
    strategies.map((negativeBy) => [positiveBy, negativeBy] as const),
  );

  test.each(combinations.filter(([p, n]) => p !== 'semi-hard' || n !== 'semi-hard'))(
    '%s positive, %s negative: one triplet an anchor, as the definition says',
    (positiveBy, negativeBy) => {
      const definition = ({ positives, negatives, d }: AnchorPairs): Pair[] => {
        if (positiveBy === 'semi-hard') {
          const n = (negativeBy === 'easy' ? farthestOf : nearestOf)(negatives, d);
          const nearer = positives.filter((p) => n !== undefined && d(p) < d(n));
          return pairOf(farthestOf(nearer, d), n);
        }
        const p = (positiveBy === 'easy' ? nearestOf : farthestOf)(positives, d);
        const farther = negatives.filter((n) => p !== undefined && d(n) > d(p));
        if (negativeBy === 'semi-hard') return pairOf(p, nearestOf(farther, d));
        return pairOf(p, (negativeBy === 'easy' ? farthestOf : nearestOf)(negatives, d));
      };
      fc.assert(
        fc.property(anyBatch, (batch) => {
          expect(mined(batch, { miner: easyHard(positiveBy, negativeBy), margin: 1 }, 0)).toEqual(
            defined(batch, definition, { margin: 1, tieIsEasy: true, chance: 0 }),
          );
        }),
      );
    },
  );

  test('cannot both be semi-hard, as each waits for the other', () => {
    expect(() => easyHard('semi-hard', 'semi-hard')).toThrow('each waits for the other');
  });
});
