import { describe, expect, test } from 'vitest';
import { finiteDifferences, largestDifference } from '#support/batches.ts';
import { createRandom, normal } from '../random.ts';
import { barlowTwins } from './barlowTwins.ts';
import { meanOfPairs, type PairedLoss, type PairedViews } from './pairedViews.ts';
import { vicreg } from './vicreg.ts';

const WEIGHTS = { invariance: 25, variance: 25, covariance: 1 };

function viewsOf(rows: number, dims: number, scale = 1, seed = 1): PairedViews {
  const random = createRandom(seed);
  const first = Float64Array.from({ length: rows * dims }, () => scale * normal(random));
  const second = first.map((value) => value + scale * 0.3 * normal(random));
  return { first, second, rows, dims };
}

/** The formula of VICReg, as it is written, in plain loops. */
function plainVicreg({ first, second, rows, dims }: PairedViews): number {
  const column = (view: Float64Array, k: number) =>
    Array.from({ length: rows }, (_, row) => view[row * dims + k]!);
  const covarianceOf = (x: number[], y: number[]) => {
    const mean = (values: number[]) => values.reduce((a, b) => a + b) / rows;
    return x.reduce((sum, v, i) => sum + (v - mean(x)) * (y[i]! - mean(y)), 0) / (rows - 1);
  };
  let loss = 0;
  for (let i = 0; i < first.length; i++)
    loss += (WEIGHTS.invariance * (first[i]! - second[i]!) ** 2) / (rows * dims);
  for (const view of [first, second])
    for (let k = 0; k < dims; k++) {
      const std = Math.sqrt(covarianceOf(column(view, k), column(view, k)) + 1e-4);
      loss += ((WEIGHTS.variance / 2) * Math.max(0, 1 - std)) / dims;
      for (let l = 0; l < dims; l++)
        if (l !== k)
          loss += (WEIGHTS.covariance * covarianceOf(column(view, k), column(view, l)) ** 2) / dims;
    }
  return loss;
}

const LOSSES: readonly (readonly [string, (views: PairedViews) => PairedLoss])[] = [
  ['VICReg', (views) => vicreg(views, WEIGHTS)],
  ['Barlow Twins', (views) => barlowTwins(views, 0.1)],
];

describe.each(LOSSES)('%s', (_, lossOf) => {
  test('has the gradient of finite differences, for both views', () => {
    for (const views of [viewsOf(6, 4), viewsOf(5, 3, 0.2), viewsOf(2, 3), viewsOf(7, 1)]) {
      const { first, second } = meanOfPairs(lossOf(views));
      for (const [name, gradient] of [
        ['first', first],
        ['second', second],
      ] as const) {
        const numeric = finiteDifferences(
          views[name],
          (moved) => meanOfPairs(lossOf({ ...views, [name]: moved })).loss,
        );
        const scale = Math.max(1, ...numeric.map(Math.abs));
        expect(largestDifference(gradient, numeric) / scale).toBeLessThan(1e-6);
      }
    }
  });

  test('is the same when the views change places', () => {
    const views = viewsOf(6, 4);
    const one = meanOfPairs(lossOf(views));
    const other = meanOfPairs(lossOf({ ...views, first: views.second, second: views.first }));
    expect(other.loss).toBeCloseTo(one.loss, 12);
    expect(largestDifference(other.first, one.second)).toBeLessThan(1e-12);
  });

  test('is finite for rows of any size, and where all are one', () => {
    const cases = [1e-200, 1e-6, 1e4].map((scale) => viewsOf(6, 4, scale));
    for (const views of [...cases, { ...viewsOf(6, 4), ...viewsOf(6, 4, 0) }]) {
      const { loss, first, second } = meanOfPairs(lossOf(views));
      expect(Number.isFinite(loss)).toBe(true);
      expect([...first, ...second].every(Number.isFinite)).toBe(true);
    }
  });
});

describe('VICReg', () => {
  test('is what its formula says', () => {
    for (const views of [viewsOf(6, 4), viewsOf(9, 2, 0.1)])
      expect(meanOfPairs(vicreg(views, WEIGHTS)).loss).toBeCloseTo(plainVicreg(views), 10);
  });

  test('costs μ(1 − √ε) once all are one, and nothing then without its variance', () => {
    const point = viewsOf(8, 5, 0);
    expect(meanOfPairs(vicreg(point, WEIGHTS)).loss).toBeCloseTo(24.75, 12);
    expect(meanOfPairs(vicreg(point, { ...WEIGHTS, variance: 0 })).loss).toBe(0);
  });

  test('leaves a coordinate alone that varies enough', () => {
    const wide = vicreg(viewsOf(50, 3, 10), { invariance: 0, variance: 25, covariance: 0 });
    expect(wide.losses.every((loss) => loss === 0)).toBe(true);
    expect(wide.shared.every((slopes) => slopes.every((slope) => slope === 0))).toBe(true);
  });
});

describe('Barlow Twins', () => {
  test('is 0 for coordinates that agree with themselves and tell nothing of one another', () => {
    const corners = Float64Array.from([1, 1, 1, -1, -1, 1, -1, -1]);
    const views = { first: corners, second: corners.slice(), rows: 4, dims: 2 };
    expect(meanOfPairs(barlowTwins(views, 0.005, 0)).loss).toBeCloseTo(0, 12);
  });

  test('is the number of dimensions once all are one, and does not ask for lengths', () => {
    expect(meanOfPairs(barlowTwins(viewsOf(8, 5, 0), 0.005)).loss).toBe(5);
    const views = viewsOf(8, 5);
    const longer = { ...views, first: views.first.map((value) => 7 * value) };
    expect(meanOfPairs(barlowTwins(longer, 0.1, 0)).loss).toBeCloseTo(
      meanOfPairs(barlowTwins(views, 0.1, 0)).loss,
      10,
    );
  });
});
