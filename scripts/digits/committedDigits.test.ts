import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeDigits, encodeDigits } from '#data/digits/digitFormat.ts';
import { PIXELS, readPackagedDigits } from './readPackagedDigits.ts';
import { splitDigits } from './splitDigits.ts';

const packed = readFileSync(new URL('../../src/data/files/mnist.bin', import.meta.url));
const content = gunzipSync(packed);
const digits = decodeDigits(content);

const counts = (labels: Uint8Array) =>
  Array.from({ length: 10 }, (_, digit) => labels.filter((label) => label === digit).length);

const imagesOf = (images: Uint8Array) =>
  Array.from({ length: images.length / PIXELS }, (_, index) =>
    Buffer.from(images.subarray(index * PIXELS, (index + 1) * PIXELS)).toString('base64'),
  );

describe('the committed digits', () => {
  test('are at most 2 MB over the wire', () => {
    expect(packed.length).toBeLessThanOrEqual(2_000_000);
  });

  test('are exactly what the packing script makes of the package', () => {
    const made = encodeDigits(splitDigits(readPackagedDigits(), { heldOut: 2000, seed: 1 }));
    expect(Buffer.compare(content, made)).toBe(0);
  });

  test('are 8,000 to train on and 2,000 held out, of 28 × 28 pixels', () => {
    expect([digits.height, digits.width]).toEqual([28, 28]);
    expect(digits.training.labels).toHaveLength(8000);
    expect(digits.heldOut.labels).toHaveLength(2000);
  });

  test('hold out a fifth of every class, to within one digit', () => {
    const training = counts(digits.training.labels);
    counts(digits.heldOut.labels).forEach((heldOut, digit) => {
      expect(Math.abs(heldOut - (heldOut + training[digit]!) / 5)).toBeLessThan(1);
    });
  });

  test('share no image between training and held out', () => {
    const training = new Set(imagesOf(digits.training.images));
    expect(imagesOf(digits.heldOut.images).filter((image) => training.has(image))).toEqual([]);
  });
});
