import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyBatch } from '#support/batches.ts';
import { knnAccuracy, knnPredictions, leaveOneOutKnnAccuracy } from './knn.ts';
import { nearestNeighbours } from './neighbours.ts';
import { recallAtK } from './recall.ts';
import { meanOver, rankQueries } from './relevance.ts';

const line = (...xs: readonly number[]) => ({
  values: Float64Array.from(xs),
  rows: xs.length,
  dims: 1,
});

describe('the nearest neighbours', () => {
  test('are those of a full sort, the earlier row first where distances tie', () => {
    fc.assert(
      fc.property(anyBatch, fc.nat(), fc.boolean(), ({ embeddings }, wanted, excludeSelf) => {
        const { values, rows, dims } = embeddings;
        const most = rows - Number(excludeSelf);
        fc.pre(most > 0);
        const k = 1 + (wanted % most);
        const distance = (a: number, b: number) => {
          let sum = 0;
          for (let d = 0; d < dims; d++)
            sum += (values[a * dims + d]! - values[b * dims + d]!) ** 2;
          return sum;
        };
        const all = Array.from({ length: rows }, (_, row) => row);
        const expected = all.flatMap((q) =>
          all
            .filter((row) => !excludeSelf || row !== q)
            .toSorted((a, b) => distance(q, a) - distance(q, b))
            .slice(0, k),
        );
        const found = nearestNeighbours({
          reference: embeddings,
          query: embeddings,
          k,
          excludeSelf,
        });
        expect([...found]).toEqual(expected);
      }),
    );
  });

  test('may be other rows than those that ask', () => {
    const search = {
      reference: line(0, 10, 20, 30),
      query: line(11, 29),
      k: 2,
      excludeSelf: false,
    };
    expect([...nearestNeighbours(search)]).toEqual([1, 2, 3, 2]);
  });

  test('come last where a distance is not a number', () => {
    const search = { reference: line(Number.NaN, 5, 1), query: line(0), k: 3, excludeSelf: false };
    expect([...nearestNeighbours(search)]).toEqual([2, 1, 0]);
  });

  test('cannot be found where rows do not fit, or there are fewer than k', () => {
    const flat = { values: new Float64Array(4), rows: 2, dims: 2 };
    const search = { reference: line(0, 1, 2), query: line(0, 1, 2), k: 2, excludeSelf: true };
    expect([...nearestNeighbours(search)]).toEqual([1, 2, 0, 2, 1, 0]);
    expect(() => nearestNeighbours({ ...search, query: flat })).toThrow(
      'the same dimensions, not 1 and 2',
    );
    expect(() => nearestNeighbours({ ...search, query: line(0, 1) })).toThrow(
      'the query rows to be the reference rows',
    );
    expect(() => nearestNeighbours({ ...search, k: 3 })).toThrow('from 1 to 2 neighbours, not 3');
    for (const k of [0, 1.5, 4])
      expect(() => nearestNeighbours({ ...search, k, excludeSelf: false })).toThrow(
        `from 1 to 3 neighbours, not ${k}`,
      );
    for (const part of ['reference', 'query'] as const)
      expect(() => nearestNeighbours({ ...search, [part]: { ...line(0, 1), rows: 3 } })).toThrow(
        'need 3 values, not 2',
      );
  });

  test('of no rows are none, whatever k', () => {
    const none = { reference: line(0), query: line(), k: 7, excludeSelf: false };
    expect(nearestNeighbours(none)).toHaveLength(0);
  });
});

describe('the vote of the k nearest', () => {
  const reference = line(0, 1, 2, 10, 11);
  const referenceLabels = [5, 5, 3, 3, 3];

  test('goes to most, and to the smallest label where several have as many', () => {
    const predict = (k: number) =>
      knnPredictions({ reference, referenceLabels, query: line(0.4, 9), k });
    expect(predict(1)).toEqual([5, 3]);
    expect(predict(2)).toEqual([5, 3]);
    expect(predict(3)).toEqual([5, 3]);
    expect(predict(4)).toEqual([3, 3]);
    expect(predict(5)).toEqual([3, 3]);
  });

  test('is no one’s own where one is left out', () => {
    expect(leaveOneOutKnnAccuracy(line(0, 1, 5), [1, 2, 2], 1)).toBe(1 / 3);
    expect(
      knnPredictions({
        ...{ reference, referenceLabels, query: reference, k: 1 },
        excludeSelf: true,
      }),
    ).toEqual([5, 5, 5, 3, 3]);
  });

  test('is right for a share of the queries; of none, for no share', () => {
    const ask = { reference, referenceLabels, k: 1 };
    expect(knnAccuracy({ ...ask, query: line(0, 1, 2), queryLabels: [5, 3, 3] })).toBe(2 / 3);
    expect(knnAccuracy({ ...ask, query: line(), queryLabels: [] })).toBe(0);
  });

  test('needs labels for the reference and for the queries', () => {
    const ask = { reference, query: line(0), k: 1 };
    expect(() => knnAccuracy({ ...ask, referenceLabels: [1], queryLabels: [1] })).toThrow(
      '5 embeddings need as many labels, not 1',
    );
    expect(() => knnAccuracy({ ...ask, referenceLabels, queryLabels: [] })).toThrow(
      '1 embeddings need as many labels, not 0',
    );
  });
});

describe('recall@k', () => {
  test('is the share of rows with one of their class among the k nearest others', () => {
    fc.assert(
      fc.property(anyBatch, fc.integer({ min: 1, max: 15 }), ({ embeddings, labels }, k) => {
        const { rows } = embeddings;
        const ranked = rankQueries(embeddings, labels);
        const hits = ranked.filter(({ relevant }) => relevant.slice(0, k).includes(true));
        expect(recallAtK(embeddings, labels, k)).toBeCloseTo(hits.length / rows, 12);
      }),
    );
  });

  test('finds the only other row, and nothing for one row or none', () => {
    expect(recallAtK(line(1, 2), [3, 3], 5)).toBe(1);
    expect(recallAtK(line(1), [3], 1)).toBe(0);
    expect(recallAtK(line(), [], 1)).toBe(0);
  });

  test('needs a whole k, and labels', () => {
    expect(() => recallAtK(line(0, 1), [1, 1], 1.5)).toThrow('at least 1, not 1.5');
    expect(() => recallAtK(line(0, 1), [1], 1)).toThrow('2 embeddings need as many labels, not 1');
  });
});

describe('ranked queries', () => {
  test('are the rows with a partner, each with what is of its class, nearest first', () => {
    expect(rankQueries(line(0, 1, 3, 9), [1, 2, 1, 3])).toEqual([
      { query: 0, relevant: [false, true, false], total: 1 },
      { query: 2, relevant: [false, true, false], total: 1 },
    ]);
  });

  test('are none for fewer than two rows, and need labels', () => {
    expect(rankQueries(line(4, 5), [1, 1])).toHaveLength(2);
    expect(rankQueries(line(4), [1])).toEqual([]);
    expect(() => rankQueries(line(4, 5), [1])).toThrow('2 embeddings need as many labels');
    expect(meanOver([], () => 1)).toBe(0);
  });
});
