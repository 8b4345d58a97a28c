import { describe, expect, test } from 'vitest';
import { checkDataset, classesOf, type Dataset, rowsOf } from './dataset.ts';

const data: Dataset = {
  height: 1,
  width: 2,
  training: { images: Float32Array.of(1, 2, 3, 4), labels: Int32Array.of(40, 7) },
  heldOut: { images: Float32Array.of(5, 6, 7, 8), labels: Int32Array.of(7, 7) },
};

describe('a data set', () => {
  test('of float vectors with any labels is fine', () => {
    expect(() => checkDataset(data)).not.toThrow();
    expect(classesOf(data)).toEqual([7, 40]);
  });

  test('that lacks values is refused, saying how many it needs', () => {
    const training = { images: Float32Array.of(1, 2, 3), labels: Int32Array.of(40, 7) };
    expect(() => checkDataset({ ...data, training })).toThrow(
      'training samples: 2 samples of 2 values need 4 values, not 3',
    );
  });

  test('with a value that is no number is refused, saying which', () => {
    const heldOut = { images: Float32Array.of(5, 6, 7, Number.NaN), labels: Int32Array.of(7, 7) };
    expect(() => checkDataset({ ...data, heldOut })).toThrow(
      'held-out samples: value 1 of sample 1 is NaN',
    );
  });

  test('has a whole height and width', () => {
    for (const [height, width] of [
      [0, 2],
      [0.5, 4],
      [2, 0],
      [4, 0.5],
    ] as const)
      expect(() => checkDataset({ ...data, height, width })).toThrow(
        `a whole height and width, not ${height} × ${width}`,
      );
    const tall = { ...data, height: 2, width: 1 };
    expect(() => checkDataset(tall)).not.toThrow();
  });

  test('has something to train on, and two samples or more to be judged by', () => {
    const none = { images: new Float32Array(), labels: new Int32Array() };
    const one = { images: new Float32Array(2), labels: Int32Array.of(7) };
    expect(() => checkDataset({ ...data, training: none })).toThrow('no training samples');
    expect(() => checkDataset({ ...data, training: one })).not.toThrow();
    expect(() => checkDataset({ ...data, heldOut: one })).toThrow('at least two held-out samples');
    const bad = { images: Float32Array.of(1, Infinity, 3, 4), labels: Int32Array.of(40, 7) };
    expect(() => checkDataset({ ...data, training: bad })).toThrow(
      'training samples: value 1 of sample 0 is Infinity, not a finite number',
    );
    const first = { ...bad, images: Float32Array.of(Number.NaN, 2, 3, 4) };
    expect(() => checkDataset({ ...data, training: first })).toThrow('value 0 of sample 0 is NaN');
  });

  test('gives the rows of some classes', () => {
    expect([...rowsOf([3, 1, 2, 1], [1, 3])]).toEqual([0, 1, 3]);
  });
});
