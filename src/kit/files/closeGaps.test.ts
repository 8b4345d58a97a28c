import { expect, test } from 'vitest';
import { closeGaps } from './closeGaps.ts';

const box = (left: number, top: number, height: number) => ({ left, top, width: 10, height });

test('what stood between the drawings leaves no empty stripe', () => {
  expect(closeGaps([box(0, 50, 100), box(0, 400, 100)], 20)).toEqual([0, 120]);
});

test('what is nearer than that stays as near', () => {
  expect(closeGaps([box(0, 50, 100), box(0, 155, 100)], 20)).toEqual([0, 105]);
});

test('what stands beside a high drawing keeps its place beside it, in any order', () => {
  expect(closeGaps([box(20, 150, 10), box(0, 10, 200), box(0, 500, 10)], 20)).toEqual([
    140, 0, 220,
  ]);
});

test('no drawing, no place', () => {
  expect(closeGaps([], 20)).toEqual([]);
});
