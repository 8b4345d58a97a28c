import { expect, test } from 'vitest';
import { readOwnData } from '#data/own/readOwnData.ts';
import { file } from '#support/dataFiles.ts';
import { dataNpy } from './dataNpy.ts';

test('a data set is a row for each sample with its label last, which the lab itself can read', async () => {
  const written = dataNpy({
    height: 2,
    width: 1,
    training: { images: Uint8Array.of(0, 255, 7, 8), labels: Uint8Array.of(1, 0) },
    heldOut: { images: Uint8Array.of(3, 4), labels: Uint8Array.of(1) },
  });
  expect(await readOwnData([file('data.npy', written)])).toMatchObject({
    values: Float32Array.of(0, 255, 7, 8, 3, 4),
    shape: [2],
    labels: Int32Array.of(1, 0, 1),
  });
});
