import { expect, test } from 'vitest';
import { labelVectors } from './labelledVectors.ts';
import { partOf, takePart } from './takePart.ts';

test('a part has the same share of each class, evenly through the file, in its order', () => {
  // Sorted by class, as files often are: 40 of the first, 20 of the second.
  const labels = Int32Array.from({ length: 60 }, (_, row) => (row < 40 ? 0 : 1));
  const rows = partOf(labels, 15);
  expect(rows.filter((row) => row < 40).length).toBe(10);
  expect([...rows]).toEqual(Array.from({ length: 15 }, (_, at) => 4 * at + 2));
});

test('of more samples than can be used a part is taken, with its own vectors, and said', () => {
  const names = Array.from({ length: 60_000 }, (_, row) => `${row % 10}`);
  const values = Float64Array.from({ length: 120_000 }, (_, at) => at >> 1);
  const part = takePart(labelVectors({ values, shape: [2] }, names));
  expect(part.labels.length).toBe(20_000);
  expect(part.values.length).toBe(40_000);
  for (let row = 0; row < 20_000; row++)
    expect(part.values[2 * row]! % 10).toBe(Number(part.classes[part.labels[row]!]));
  for (let label = 0; label < 10; label++)
    expect(part.labels.filter((each) => each === label).length).toBe(2000);
  expect(part.notes).toEqual(['Of 60,000 samples 20,000 are used, the same share of each class.']);
});

test('a class of which nothing is taken is none', () => {
  const names = Array.from({ length: 60_001 }, (_, row) => (row ? `b${row % 2}` : 'a'));
  const part = takePart(labelVectors({ values: new Float64Array(60_001), shape: [1] }, names));
  expect(part.classes).toEqual(['b0', 'b1']);
  expect([...part.labels.slice(0, 2)]).toEqual([0, 1]);
});

test('of no more than can be used all are taken', () => {
  const few = labelVectors({ values: Float64Array.of(1, 2), shape: [1] }, ['a', 'b']);
  expect(takePart(few)).toBe(few);
});
