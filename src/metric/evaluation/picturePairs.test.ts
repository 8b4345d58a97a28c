import { expect, test } from 'vitest';
import { picturePairs } from './picturePairs.ts';

test('every pair of pictures is there once, with its distance and whom it shows', () => {
  const embeddings = { values: Float32Array.of(0, 0, 3, 4, 0, 1), rows: 3, dims: 2 };
  const pairs = picturePairs(embeddings, [5, 5, 9]);
  expect([...pairs.distances]).toEqual([5, 1, Math.sqrt(18)]);
  expect([...pairs.scores]).toEqual([-5, -1, -Math.sqrt(18)]);
  expect(pairs.same).toEqual([true, false, false]);
  expect([...pairs.left]).toEqual([1, 2, 2]);
  expect([...pairs.right]).toEqual([0, 0, 1]);
  expect([...pairs.first]).toEqual([5, 9, 9]);
  expect([...pairs.second]).toEqual([5, 5, 5]);
});

test('as many identities as pictures are wanted', () => {
  const embeddings = { values: new Float32Array(4), rows: 2, dims: 2 };
  expect(() => picturePairs(embeddings, [1])).toThrow('2 embeddings need as many labels, not 1');
});
