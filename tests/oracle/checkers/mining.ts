import { createHash } from 'node:crypto';
import { easyHard, type Strategy } from '#metric/conventions/easyHard.ts';
import { hardestNegative } from '#metric/conventions/hardestNegative.ts';
import { violatingRandom } from '#metric/conventions/violatingRandom.ts';
import { easy, violating } from '#metric/conventions/zoneMiners.ts';
import type { Miner } from '#metric/miners/miner.ts';
import type { MinerName } from '#metric/miners/registry.ts';
import { mineTriplets } from '#metric/mineTriplets.ts';
import { distanceMatrix } from '#metric/pairwise.ts';
import type { Random } from '#metric/random.ts';
import type { Check } from '../check.ts';
import { distanceOf, labelsOf, marginOf, pointsOf, toRows } from '../inputs.ts';
import type { OracleCase } from '../oracleCase.ts';
import { compareBatchLoss } from './batchLoss.ts';

/** Refuses to be asked: for miners that must not need chance. */
const noChance: Random = () => {
  throw new Error('this miner must not draw at random');
};

/** Triplets in pytorch-metric-learning's convention: a tie with the margin is semi-hard. */
const mine = (oracleCase: OracleCase, miner: MinerName | Miner, random: Random = noChance) =>
  toRows(
    mineTriplets(
      {
        miner,
        distance: distanceOf(oracleCase),
        margin: marginOf(oracleCase),
        normalise: false,
        conventions: { marginTie: 'semi-hard' },
      },
      pointsOf(oracleCase),
      labelsOf(oracleCase),
      random,
    ),
    3,
  );

const MINER_OF_TYPE: Readonly<Record<string, MinerName | Miner>> = {
  all: violating,
  easy,
  semihard: 'semi-hard',
  hard: 'hard',
};

export const tripletMargin: Check = (comparison, oracleCase) => {
  const { expected } = oracleCase;
  const types = expected['byType'] as Record<
    string,
    { count: number; triplets?: number[][]; sha256?: string }
  >;
  for (const [type, wanted] of Object.entries(types)) {
    const miner = MINER_OF_TYPE[type];
    if (!miner) throw new Error(`unknown type of triplets "${type}"`);
    const triplets = mine(oracleCase, miner);
    comparison.number(`${type} count`, triplets.length, wanted.count);
    if (wanted.triplets) comparison.same(`${type} triplets`, triplets, wanted.triplets);
    if (wanted.sha256)
      comparison.same(
        `${type} sha256`,
        createHash('sha256').update(JSON.stringify(triplets)).digest('hex'),
        wanted.sha256,
      );
  }
  const every = mine(oracleCase, 'batch-all');
  comparison.number('valid', every.length, expected['valid']);
  const boundary = expected['boundary'] as Record<string, number> | undefined;
  if (!boundary) return;
  const { length } = labelsOf(oracleCase);
  const matrix = distanceMatrix(pointsOf(oracleCase), distanceOf(oracleCase));
  const gaps = every.map(([a, p, n]) => matrix[a! * length + n!]! - matrix[a! * length + p!]!);
  const count = (gap: number) => gaps.filter((value) => value === gap).length;
  comparison.number('d_an = d_ap', count(0), boundary['anEqualsAp']);
  comparison.number(
    'd_an = d_ap + margin',
    count(marginOf(oracleCase) as number),
    boundary['anEqualsApPlusMargin'],
  );
};

const toStrategy = (name: string) => name.replace('semihard', 'semi-hard') as Strategy;

export const batchEasyHard: Check = (comparison, oracleCase) => {
  const { expected } = oracleCase;
  const tied = new Set((expected['tiesAtExtremes'] as number[] | undefined) ?? []);
  const untied = (triplets: readonly number[][]) => triplets.filter(([a]) => !tied.has(a!));
  for (const [key, wanted] of Object.entries(expected['triplets'] as Record<string, number[][]>)) {
    const [, positiveBy, negativeBy] = /^pos=(\w+),neg=(\w+)$/.exec(key) ?? [];
    if (!positiveBy || !negativeBy) throw new Error(`unknown strategies "${key}"`);
    const triplets = mine(oracleCase, easyHard(toStrategy(positiveBy), toStrategy(negativeBy)));
    comparison.same(key, untied(triplets), untied(wanted));
  }
};

export const hardestNegativePerPair: Check = (comparison, oracleCase) => {
  const { expected } = oracleCase;
  const result = compareBatchLoss(comparison, oracleCase, {
    loss: 'triplet',
    miner: hardestNegative,
    reducer: 'mean',
  });
  // Where nothing is selected the reference returns one arbitrary triplet, of loss 0.
  if (!result.empty)
    comparison.same('triplets', mine(oracleCase, hardestNegative), expected['triplets']);
};

/** Every negative that a random choice can return, found by asking for each place in turn. */
function admissible(oracleCase: OracleCase): Map<string, Set<number>> {
  const most = labelsOf(oracleCase).length;
  const found = new Map<string, Set<number>>();
  for (let length = 1; length <= most; length++)
    for (let place = 0; place < length; place++)
      for (const [a, p, n] of mine(oracleCase, violatingRandom, () => (place + 0.5) / length)) {
        const key = `${a},${p}`;
        found.set(key, (found.get(key) ?? new Set()).add(n!));
      }
  return found;
}

export const facenetSelect: Check = (comparison, oracleCase) => {
  const { expected } = oracleCase;
  const candidates = expected['candidates'] as Record<string, number[]>;
  const found = admissible(oracleCase);
  for (const [pair, wanted] of Object.entries(candidates))
    comparison.same(
      `candidates of ${pair}`,
      [...(found.get(pair) ?? [])].sort((a, b) => a - b),
      wanted,
    );
  comparison.number('pairs with a candidate', found.size, expected['numTriplets']);
  comparison.number('positive pairs', Object.keys(candidates).length, expected['numPositivePairs']);
  for (const [a, p, n] of expected['oneDraw'] as number[][])
    comparison.same(`the reference's draw ${a},${p},${n}`, found.get(`${a},${p}`)?.has(n!), true);
};
