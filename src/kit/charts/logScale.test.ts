import { describe, expect, test } from 'vitest';
import { decades, logShare } from './logScale.ts';

describe('a logarithmic axis', () => {
  test('gives every factor of ten the same length', () => {
    expect([0.001, 0.01, 0.1, 1].map((value) => logShare(value, [0.001, 1]))).toEqual([
      0,
      expect.closeTo(1 / 3),
      expect.closeTo(2 / 3),
      1,
    ]);
  });

  test('holds what lies beyond at its ends, zero and no number too', () => {
    expect([5, 1e-5, 0, -1, Number.NaN].map((value) => logShare(value, [0.001, 1]))).toEqual([
      1, 0, 0, 0, 0,
    ]);
  });

  test('has a tick at each power of ten', () => {
    expect(decades([0.001, 1])).toEqual([0.001, 0.01, 0.1, 1]);
    expect(decades([0.5, 30])).toEqual([1, 10]);
  });
});
