import { expect, test } from 'vitest';
import { geometryOf } from './geometry.ts';

test('the shape of an embedding: lengths, breadth of the classes, and the gap between their means', () => {
  const embeddings = { values: Float32Array.of(3, 4, 3, 2, 0, -1, 0, 1), rows: 4, dims: 2 };
  const { meanNorm, within, gap } = geometryOf(embeddings, [7, 7, 2, 2]);
  expect(meanNorm).toBeCloseTo((5 + Math.sqrt(13) + 1 + 1) / 4);
  expect(within).toBeCloseTo(1);
  expect(gap).toBeCloseTo(Math.hypot(3, 3));
  expect(geometryOf(embeddings, [1, 1, 1, 1]).gap).toBe(0);
});

test('its gap is the smallest of all between two classes', () => {
  const embeddings = { values: Float32Array.of(0, 0, 9, 0, 9, 4, 0, 5), rows: 4, dims: 2 };
  expect(geometryOf(embeddings, [1, 2, 3, 4])).toMatchObject({ within: 0, gap: 4 });
});

test('without rows it has no size, and it needs labels', () => {
  const none = { values: new Float32Array(), rows: 0, dims: 2 };
  expect(geometryOf(none, [])).toEqual({ meanNorm: 0, within: 0, gap: 0 });
  expect(() => geometryOf(none, [1])).toThrow('0 embeddings need as many labels, not 1');
});
