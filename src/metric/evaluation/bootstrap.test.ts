import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { bootstrapIntervals } from './bootstrap.ts';
import { type RocCurve, rocCurve } from './roc.ts';

const pairs = {
  scores: [0.8, 0.2, 0.5, 0.9, 0.8, 0.5, 0.7],
  first: [4, 8, 6, 4, 6, 4, 8],
  second: [6, 4, 8, 4, 6, 4, 8],
};

/** A source from which these indices of `count` are drawn, one after another, over and over. */
function drawing(indices: readonly number[], count: number) {
  let at = 0;
  return () => (indices[at++ % indices.length]! + 0.5) / count;
}

/** The curves of all replicates. */
function curvesOf(options: Partial<Parameters<typeof bootstrapIntervals>[2]>): RocCurve[] {
  const curves: RocCurve[] = [];
  const keep = (curve: RocCurve) => curves.push(curve);
  bootstrapIntervals(pairs, [keep], {
    ...{ resample: 'pairs', replicates: 1, level: 0.9, random: createRandom(1) },
    ...options,
  });
  return curves;
}

/** The ROC curve of pairs of which each is there so many times. */
function repeated(times: readonly number[]): RocCurve {
  const rows = times.flatMap((count, row) => Array<number>(count).fill(row));
  return rocCurve(
    rows.map((row) => pairs.scores[row]!),
    rows.map((row) => pairs.first[row] === pairs.second[row]),
  );
}

/** Without the thresholds that only pairs reach which were not drawn. */
function expectSameCurve(curve: RocCurve, expected: RocCurve): void {
  expect([curve.positives, curve.negatives]).toEqual([expected.positives, expected.negatives]);
  for (let i = 1; i < expected.far.length; i++) {
    const at = curve.thresholds.indexOf(expected.thresholds[i]!);
    expect(at).toBeGreaterThan(0);
    expect(curve.far[at]).toBeCloseTo(expected.far[i]!, 12);
    expect(curve.tar[at]).toBeCloseTo(expected.tar[i]!, 12);
  }
}

describe('a replicate', () => {
  test('with every pair drawn once has the ROC curve of the sample', () => {
    const [curve] = curvesOf({ random: drawing([0, 1, 2, 3, 4, 5, 6], 7) });
    expect(curve).toEqual(repeated([1, 1, 1, 1, 1, 1, 1]));
  });

  test('with a pair drawn again counts it again, and not one that was not drawn', () => {
    const [curve] = curvesOf({ random: drawing([3, 3, 4, 1, 1, 1, 0], 7) });
    expectSameCurve(curve!, repeated([1, 3, 0, 2, 1, 0, 0]));
  });

  test('with every identity drawn once has the ROC curve of the sample', () => {
    const [curve] = curvesOf({ resample: 'identities', random: drawing([0, 1, 2], 3) });
    expect(curve).toEqual(repeated([1, 1, 1, 1, 1, 1, 1]));
  });

  test('with an identity drawn twice counts it twice in genuine pairs and in each with another', () => {
    // Of 4, 8 and 6: twice 4 and once 6.
    const [curve] = curvesOf({ resample: 'identities', random: drawing([0, 0, 2], 3) });
    expectSameCurve(curve!, repeated([2, 0, 0, 2, 1, 2, 0]));
  });

  test('without a genuine or an impostor pair is drawn again', () => {
    const impostorsOnly = [0, 0, 1, 1, 2, 2, 2];
    const genuineOnly = [3, 3, 4, 4, 5, 6, 6];
    const both = [0, 1, 2, 3, 4, 5, 6];
    const random = drawing([...impostorsOnly, ...genuineOnly, ...both], 7);
    expect(curvesOf({ random })).toEqual([repeated([1, 1, 1, 1, 1, 1, 1])]);
    expect(curvesOf({ random, replicates: 3 })).toHaveLength(3);
  });
});

describe('an interval', () => {
  const options = { resample: 'pairs', replicates: 5, level: 0.5 } as const;

  test('leaves out as many replicates below as above, for each statistic', () => {
    const values = [50, 10, 40, 20, 30];
    let at = 0;
    const statistics = [() => values[at++]!, () => -values[at - 1]!];
    const random = createRandom(2);
    expect(bootstrapIntervals(pairs, statistics, { ...options, random })).toEqual([
      { low: 20, high: 40 },
      { low: -40, high: -20 },
    ]);
  });

  test('cannot be had without replicates, between no shares, or of pairs of one kind', () => {
    const ask =
      (change: object, of = pairs) =>
      () =>
        bootstrapIntervals(of, [], { ...options, random: createRandom(1), ...change });
    for (const replicates of [0, -1, 1.5])
      expect(ask({ replicates })).toThrow(`a whole number from 1, not ${replicates}`);
    for (const level of [0, 1, Number.NaN])
      expect(ask({ level })).toThrow(`between 0 and 1, not ${level}`);
    expect(ask({}, { scores: [1, 2], first: [1, 2], second: [1, 2] })).toThrow('impostor pairs');
    expect(ask({}, { scores: [1, 2], first: [1, 2], second: [2, 1] })).toThrow('genuine pairs');
    expect(ask({}, { ...pairs, second: [4] })).toThrow('need as many identities, not 7 and 1');
  });
});
