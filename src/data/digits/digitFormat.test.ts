import { describe, expect, test } from 'vitest';
import { type Digits, decodeDigits, encodeDigits } from './digitFormat.ts';

const digits: Digits = {
  height: 2,
  width: 1,
  training: { images: Uint8Array.of(1, 2, 3, 4), labels: Uint8Array.of(7, 8) },
  heldOut: { images: Uint8Array.of(5, 255), labels: Uint8Array.of(9) },
};

describe('the digits format', () => {
  test('gives back what was put in', () => {
    expect(decodeDigits(encodeDigits(digits))).toEqual(digits);
  });

  test('refuses a file that is something else, such as an error page', () => {
    const page = new TextEncoder().encode('<!doctype html><title>Not found</title>');
    expect(() => decodeDigits(page)).toThrow('it should begin with "MNIST-01"');
  });

  test('refuses a file that lacks its end', () => {
    expect(() => decodeDigits(encodeDigits(digits).subarray(0, -1))).toThrow(
      'a digits file of 33 bytes has only 32',
    );
  });
});
