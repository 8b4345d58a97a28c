import '@tensorflow/tfjs-backend-cpu';
import { expect, test } from 'vitest';
import { gather, inputTensor } from './inputs.ts';

const bytes = { images: Uint8Array.of(0, 255, 51, 102, 1, 2), labels: Uint8Array.of(0, 1, 0) };

test('bytes become shares of the darkest, in the order that is asked for', () => {
  expect(gather(bytes, Int32Array.of(1, 0, 1))).toEqual(
    Float32Array.of(51 / 255, 102 / 255, 0, 1, 51 / 255, 102 / 255),
  );
  expect(gather(bytes)).toHaveLength(6);
});

test('floats stay as they are', () => {
  const floats = { images: Float32Array.of(-1, 2.5, 300, 4), labels: Int32Array.of(0, 1) };
  expect(gather(floats, Int32Array.of(1))).toEqual(Float32Array.of(300, 4));
});

test('into a place that is given, of which it takes as much as it needs', () => {
  const place = new Float32Array(6).fill(9);
  const gathered = gather(bytes, Int32Array.of(0), place);
  expect(gathered).toEqual(Float32Array.of(0, 1));
  expect(gathered.buffer).toBe(place.buffer);
  expect(place[2]).toBe(9);
});

test('as a tensor they are one batch of rows', () => {
  expect(inputTensor(gather(bytes), 3).shape).toEqual([1, 3, 2]);
});
