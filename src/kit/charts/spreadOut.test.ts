import { expect, test } from 'vitest';
import { spreadOut } from './spreadOut.ts';

test('labels keep their heights where they have room', () => {
  expect(spreadOut([40, 10, 100], 15)).toEqual([40, 10, 100]);
});

test('labels that would lie over each other are moved down, in the order of their heights', () => {
  expect(spreadOut([40, 38, 41], 15)).toEqual([53, 38, 68]);
});

test('labels at the bottom are moved up, so that none is below it', () => {
  expect(spreadOut([98, 96, 20], 15, 100)).toEqual([100, 85, 20]);
});
