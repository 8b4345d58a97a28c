import { expect, test } from 'vitest';
import { MNIST } from './labData.ts';
import { ownLabData } from './ownLabData.ts';

const part = (size: number) => ({ images: new Uint8Array(size), labels: Int32Array.of(0) });
const read = (height: number, width: number, classes: readonly string[]) => ({
  split: { height, width, training: part(height * width), heldOut: part(height * width) },
  classes,
});

test('only images of all ten digits, as large as MNIST’s, take a drawn digit in', () => {
  expect(ownLabData(read(28, 28, MNIST.classes), 'x').about.isDigits).toBe(true);
  expect(ownLabData(read(28, 28, ['3', '8']), 'x').about.isDigits).toBe(false);
  expect(ownLabData(read(8, 8, MNIST.classes), 'x').about.isDigits).toBe(false);
});

test('each worker is handed a copy of its own', () => {
  const { make } = ownLabData(read(1, 4, ['a', 'b']), 'x');
  expect(make()).toEqual(make());
  expect(make().training.images.buffer).not.toBe(make().training.images.buffer);
});

test('more classes than can be shown are refused', () => {
  const classes = Array.from({ length: 101 }, (_, label) => `${label}`);
  expect(() => ownLabData(read(1, 4, classes), 'ids.csv')).toThrow(
    'ids.csv: there are 101 classes',
  );
});
