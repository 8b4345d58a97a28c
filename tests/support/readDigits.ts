import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Digits, decodeDigits } from '#data/digits/digitFormat.ts';

/** The committed digits, as the worker gets them. */
export const readDigits = (): Digits =>
  decodeDigits(
    gunzipSync(readFileSync(new URL('../../src/data/files/mnist.bin', import.meta.url))),
  );
