import { semiHardTfa as minerOfTfa } from '#metric/conventions/semiHardTfa.ts';
import { marginTerm } from '#metric/margin.ts';
import { mineTriplets } from '#metric/mineTriplets.ts';
import { distanceMatrix } from '#metric/pairwise.ts';
import { createRandom } from '#metric/random.ts';
import { tripletLoss } from '#metric/tripletLoss.ts';
import type { Check } from '../check.ts';
import type { Comparison } from '../findings.ts';
import { distanceOf, labelsOf, marginOf, pointsOf, toRows } from '../inputs.ts';
import type { OracleCase } from '../oracleCase.ts';
import { compareBatchLoss } from './batchLoss.ts';

/** Ours closes the zones: a tie with the positive is hard, one with the margin easy. */
const zoneOfClass = (name: string) => {
  if (name.startsWith('boundary')) return /margin|\+/.test(name) ? 'easy' : 'hard';
  return name.replace(/semi-?hard/, 'semi-hard');
};

export const singleTriplet: Check = (comparison, { inputs, options, expected, tolerance }) => {
  const rows = inputs['embeddings'] as number[][];
  const [a, p, n] = (inputs['triplet'] as number[] | undefined) ?? [0, 1, 2];
  const result = tripletLoss(rows[a!]!, rows[p!]!, rows[n!]!, {
    margin: options['margin'] as number,
    squared: options['squared'] === true,
  });
  const lossAbs = tolerance?.lossAbs ?? 1e-12;
  comparison.number('loss', result.loss, expected['loss'], lossAbs);
  comparison.number('dAP', result.dAP, expected['ap'], lossAbs);
  comparison.number('dAN', result.dAN, expected['an'], lossAbs);
  comparison.number('hinge', result.hinge, expected['hinge'], lossAbs);
  comparison.same('zone', result.zone, zoneOfClass(expected['classStrict'] as string));
  const gradient = rows.map((row) => row.map(() => 0));
  gradient[a!] = Array.from(result.gradA);
  gradient[p!] = Array.from(result.gradP);
  gradient[n!] = Array.from(result.gradN);
  if (expected['gradUnique'] === true)
    comparison.numbers('gradient', gradient, expected['grad'], tolerance?.gradAbs ?? 1e-9);
  else comparison.finite('gradient', gradient.flat());
};

/** Boundary counts over all valid triplets, from the distances that the case is computed with. */
function boundaries(oracleCase: OracleCase) {
  const labels = labelsOf(oracleCase);
  const { length } = labels;
  const matrix = distanceMatrix(pointsOf(oracleCase), distanceOf(oracleCase));
  const at = (i: number, j: number) => matrix[i * length + j]!;
  const triplets = toRows(
    mineTriplets(
      { miner: 'batch-all', margin: 0, distance: distanceOf(oracleCase), normalise: false },
      pointsOf(oracleCase),
      labels,
      createRandom(1),
    ),
    3,
  ).map(([a, p, n]) => ({ dAP: at(a!, p!), dAN: at(a!, n!) }));
  const margin = marginOf(oracleCase) as number;
  return {
    apEqualsAn: triplets.filter(({ dAP, dAN }) => dAP === dAN).length,
    hingeAtZero: triplets.filter(({ dAP, dAN }) => dAN - dAP === margin).length,
  };
}

function compareCounts(
  comparison: Comparison,
  expected: OracleCase['expected'],
  actual: Readonly<Record<string, number | undefined>>,
): void {
  const counts = (expected['counts'] ?? {}) as Readonly<Record<string, number>>;
  for (const [name, count] of Object.entries(actual))
    if (count !== undefined && name in counts) comparison.number(name, count, counts[name]);
}

/**
 * Zone counts are compared away from exact ties (the schema gives the number of those): there the
 * reference's strict inequalities leave triplets to no zone.
 */
function batchAll(reducer: 'mean' | 'mean-nonzero'): Check {
  return (comparison, oracleCase) => {
    const { expected } = oracleCase;
    const result = compareBatchLoss(comparison, oracleCase, {
      loss: 'triplet',
      miner: 'batch-all',
      reducer,
    });
    const counts = (expected['counts'] ?? {}) as Readonly<Record<string, number>>;
    const tied = boundaries(oracleCase);
    const hasTies = tied.apEqualsAn > 0 || tied.hingeAtZero > 0;
    const activeName = 'activeExactDistances' in counts ? 'activeExactDistances' : 'active';
    compareCounts(comparison, expected, {
      valid: result.valid,
      [activeName]: result.active,
      ...(reducer === 'mean' && tied),
      ...(!hasTies && {
        violating: result.active,
        easy: result.zones?.easy,
        semihard: result.zones?.semiHard,
        hard: result.zones?.hard,
      }),
    });
    if ('fractionActive' in expected && counts['active'] === counts['activeExactDistances'])
      comparison.number(
        'fractionActive',
        result.valid === 0 ? 0 : result.active / result.valid,
        expected['fractionActive'],
        1e-12,
      );
  };
}

export const batchAllMean = batchAll('mean');
export const batchAllMeanNonzero = batchAll('mean-nonzero');

/** Losses of the selected triplets, from our distances and margin term. */
function tripletLosses(oracleCase: OracleCase, triplets: readonly number[][]): number[] {
  const { length } = labelsOf(oracleCase);
  const matrix = distanceMatrix(pointsOf(oracleCase), distanceOf(oracleCase));
  const { loss } = marginTerm(marginOf(oracleCase));
  return triplets.map(([a, p, n]) => loss(matrix[a! * length + p!]! - matrix[a! * length + n!]!));
}

export const batchHard: Check = (comparison, oracleCase) => {
  const { expected } = oracleCase;
  const standIn = { incompleteAnchor: 'stand-in' } as const;
  const result = compareBatchLoss(comparison, oracleCase, {
    loss: 'triplet',
    miner: 'batch-hard',
    reducer: 'mean',
    conventions: standIn,
  });
  const mine = (conventions: { incompleteAnchor: 'stand-in' | 'skip' }) =>
    toRows(
      mineTriplets(
        {
          miner: 'batch-hard',
          distance: distanceOf(oracleCase),
          margin: marginOf(oracleCase),
          normalise: false,
          conventions,
        },
        pointsOf(oracleCase),
        labelsOf(oracleCase),
        createRandom(1),
      ),
      3,
    );
  const mined = mine({ incompleteAnchor: 'skip' });
  compareCounts(comparison, expected, { valid: result.valid, mined: mined.length });

  if (Array.isArray(expected['triplets'])) {
    const tied = new Set((expected['anchorsWithTies'] as number[] | undefined) ?? []);
    const untied = (triplets: readonly number[][]) => triplets.filter(([a]) => !tied.has(a!));
    if (tied.size > 0 || expected['tripletsUnique'] === true)
      comparison.same('triplets', untied(mined), untied(expected['triplets']));
  }
  if (Array.isArray(expected['anchorsWithoutTriplet'])) {
    const anchors = new Set(mined.map(([a]) => a));
    comparison.same(
      'anchors without a triplet',
      labelsOf(oracleCase).flatMap((_, row) => (anchors.has(row) ? [] : [row])),
      expected['anchorsWithoutTriplet'],
    );
  }
  if (Array.isArray(expected['perAnchor']))
    comparison.numbers(
      'perAnchor',
      tripletLosses(oracleCase, mine(standIn)),
      expected['perAnchor'],
      oracleCase.tolerance?.lossAbs ?? 1e-9,
    );
};

export const semiHardTfa: Check = (comparison, oracleCase) => {
  const { expected } = oracleCase;
  const conventions = { incompleteAnchor: 'stand-in', emptyLoss: 'NaN' } as const;
  const result = compareBatchLoss(comparison, oracleCase, {
    loss: 'triplet',
    miner: minerOfTfa,
    reducer: 'mean',
    conventions,
  });
  const labels = labelsOf(oracleCase);
  const matrix = distanceMatrix(pointsOf(oracleCase), distanceOf(oracleCase));
  const triplets = toRows(
    mineTriplets(
      {
        miner: minerOfTfa,
        distance: distanceOf(oracleCase),
        margin: marginOf(oracleCase),
        normalise: false,
      },
      pointsOf(oracleCase),
      labels,
      createRandom(1),
    ),
    3,
  );
  const fallbacks = triplets.filter(
    ([a, p, n]) => matrix[a! * labels.length + n!]! <= matrix[a! * labels.length + p!]!,
  );
  const isComplete = triplets.length === result.selected;
  compareCounts(comparison, expected, {
    positivePairsOrdered: result.selected,
    ...(isComplete && {
      fallbackToHardestLargest: fallbacks.length,
      apEqualsAn: boundaries(oracleCase).apEqualsAn,
    }),
  });
  if (expected['tripletsUnique'] === true && Array.isArray(expected['triplets']))
    comparison.same('triplets', triplets, expected['triplets']);
};
