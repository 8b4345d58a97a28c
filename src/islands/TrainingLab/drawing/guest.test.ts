import { describe, expect, test } from 'vitest';
import { majority, nearestRows, nextOfLabel } from './guest.ts';

const embedding = Float32Array.of(0, 0, 1, 0, 5, 5, 0, 2);

describe('a digit among the held-out ones', () => {
  test('has its nearest rows in order, itself left out', () => {
    const point = Float32Array.of(0, 0);
    expect(nearestRows(embedding, point, { most: 2, except: undefined })).toEqual([0, 1]);
    expect(nearestRows(embedding, point, { most: 9, except: 0 })).toEqual([1, 3, 2]);
  });

  test('is what most of its neighbours are, and of several the nearest', () => {
    expect(majority([7, 1, 1])).toBe(1);
    expect(majority([7, 1, 1, 7])).toBe(7);
    expect(majority([])).toBeUndefined();
  });

  test('is followed by the next of its label, around the end', () => {
    expect(nextOfLabel([3, 4, 3], 3, 0)).toBe(2);
    expect(nextOfLabel([3, 4, 3], 3, 2)).toBe(0);
    expect(nextOfLabel([3, 4, 3], 4, 1)).toBe(1);
    expect(nextOfLabel([3, 4, 3], 9, 0)).toBeUndefined();
  });
});
