import { describe, expect, test } from 'vitest';
import { initialState } from '#kit/figure/urlState.ts';
import { type BatchState, BY_STRATEGY } from './batch.ts';
import { edits } from './edits.ts';
import { describeCell } from './MatrixCursor.tsx';
import { createMatrixLayout, MATRIX_SIZE, SHADES, shadeOf, shadePaths } from './matrix.ts';
import { definition } from './definition.ts';
import { batchQuantities } from './quantities.ts';
import { anchorSelection, inspectedRows, inspectedTriplet } from './selection.ts';

const start: BatchState = initialState<BatchState>(definition.settings);
const select = (state: BatchState) => anchorSelection(state, batchQuantities(state));
const inspect = (state: BatchState) => inspectedRows(state, batchQuantities(state));

describe('the selection of an anchor', () => {
  test('under batch-hard is its farthest positive and its nearest negative', () => {
    const state = edits.chooseAnchor(start, 6);
    const { distances } = batchQuantities(state);
    const row = [...distances.slice(6 * 16, 7 * 16)];
    const own = row.slice(4, 8);
    const others = row.map((d, column) => (column >= 4 && column < 8 ? Infinity : d));
    expect(select(state)).toEqual({
      anchor: 6,
      positives: { active: [4 + own.indexOf(Math.max(...own))], idle: [] },
      negatives: { active: [others.indexOf(Math.min(...others))], idle: [] },
    });
  });

  test('under batch-all is everything, the idle told from the active', () => {
    const { positives, negatives } = select({ ...start, strategy: 'batch-all' });
    expect(positives.active.length + positives.idle.length).toBe(3);
    expect(negatives.active.length + negatives.idle.length).toBe(12);
    expect(negatives.idle.length).toBeGreaterThan(0);
  });
});

describe('the triplet in full', () => {
  test('is the one that the strategy selects', () => {
    const { anchor, positives, negatives } = select(start);
    expect(inspect(start)).toEqual({
      anchor,
      positive: positives.active[0],
      negative: negatives.active[0],
    });
  });

  test('is the one of the reader, as far as they have chosen', () => {
    const withNegative = edits.choosePair(start, 2, 13);
    expect(inspect(withNegative)).toMatchObject({ anchor: 2, negative: 13 });
    const withPositive = edits.choosePair(start, 2, 1);
    expect(inspect(withPositive)).toMatchObject({ anchor: 2, positive: 1 });
    expect(withPositive.negative).toBe(BY_STRATEGY);
  });

  test('has a positive and a negative even when nothing is selected, or an odd link says otherwise', () => {
    const none: BatchState = { ...start, margin: 0, strategy: 'semi-hard-facenet' };
    expect(batchQuantities(none).selected).toBe(0);
    const odd: BatchState = { ...none, anchor: 24, positive: 20, negative: 1 };
    for (const state of [none, odd]) {
      const { anchor, positive, negative } = inspect(state);
      expect(positive).not.toBe(anchor);
      expect(Math.floor(positive / 4)).toBe(Math.floor(anchor / 4));
      expect(Math.floor(negative / 4)).not.toBe(Math.floor(anchor / 4));
    }
  });

  test('names its points by class and number', () => {
    expect(inspectedTriplet(start, batchQuantities(start)).names.join()).toBe(
      '2\u200b1,2\u200b2,4\u200b2',
    );
  });

  test('is the anchor itself when the reader chooses a sample with itself', () => {
    expect(edits.choosePair(start, 3, 3)).toEqual(edits.chooseAnchor(start, 3));
  });
});

describe('the matrix', () => {
  test('finds the cell at every place where it draws one', () => {
    const { rows, cell, start: startOf, indexAt } = createMatrixLayout(5, 3);
    for (let index = 0; index < rows; index++)
      expect(indexAt(startOf(index) + cell / 2)).toBe(index);
    expect(indexAt(2)).toBeUndefined();
    expect(startOf(rows - 1) + cell).toBeLessThan(MATRIX_SIZE);
  });

  test('draws each cell once, in the shade of its distance', () => {
    const { distances } = batchQuantities(start);
    const paths = shadePaths(createMatrixLayout(4, 4), distances, true);
    expect(paths.join('').match(/M/g)).toHaveLength(16 * 16);
    expect(shadeOf(0, true)).toBe(0);
    expect(shadeOf(100, true)).toBe(SHADES - 1);
    expect(shadeOf(1, false)).toBe(shadeOf(1, true));
  });

  test('says of a cell what the two samples are to each other', () => {
    const say = (row: number, column: number) =>
      describeCell(start, batchQuantities(start), select(start), { row, column });
    expect(say(0, 1)).toMatch(/^2\.1 to 2\.2: positive, distance 1\.44, selected$/);
    expect(say(0, 15)).toMatch(/^2\.1 to 7\.4: negative, distance \d\.\d\d$/);
    expect(say(3, 3)).toBe('2.4 to 2.4: the same sample');
  });
});
