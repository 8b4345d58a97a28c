import { expect, test } from 'vitest';
import { MNIST } from '#data/digits/digitSource.ts';
import { ownLabData } from './ownLabData.ts';

const part = (size: number) => ({ images: new Uint8Array(size), labels: Int32Array.of(0) });
const read = (height: number, width: number, classes: readonly string[]) => ({
  split: { height, width, training: part(height * width), heldOut: part(height * width) },
  classes,
  notes: [],
});

test('only images of all ten digits, as large as MNIST’s, take a drawn digit in', () => {
  expect(ownLabData(read(28, 28, MNIST.classes), 'x', 'id').isDigits).toBe(true);
  expect(ownLabData(read(28, 28, ['3', '8']), 'x', 'id').isDigits).toBe(false);
  expect(ownLabData(read(8, 8, MNIST.classes), 'x', 'id').isDigits).toBe(false);
});

test('they are known by an id, and handed over with their first reference', () => {
  const own = read(1, 4, ['a', 'b']);
  expect(ownLabData(own, 'x', 'first').reference).toEqual({
    source: 'own',
    id: 'first',
    data: own.split,
  });
});

test('more classes than can be shown are refused', () => {
  const classes = Array.from({ length: 101 }, (_, label) => `${label}`);
  expect(() => ownLabData(read(1, 4, classes), 'ids.csv', 'id')).toThrow(
    'ids.csv: there are 101 classes',
  );
});
