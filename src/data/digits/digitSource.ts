import { dataFile } from '../dataFile.ts';
import type { SourceEntry } from '../sources/entry.ts';

/** The digits that come with the page. */
export const MNIST = {
  reference: { source: 'digits' },
  height: 28,
  width: 28,
  classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  title: 'MNIST digits',
  about: 'Handwritten digits, 28 × 28 pixels each: a class is what somebody meant to write.',
  isDigits: true,
  load: async ({ onProgress }) => {
    const { loadDigits } = await import('./loadDigits.ts');
    return loadDigits(dataFile('mnist.bin'), onProgress);
  },
} as const satisfies SourceEntry;
