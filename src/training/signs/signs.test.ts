import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import measured from '#bench/new-classes.json';
import { rowsOf } from '#data/dataset.ts';
import { fewShotAccuracy } from '#metric/evaluation/fewShot.ts';
import { createRandom } from '#metric/random.ts';
import { readDigits } from '#support/readDigits.ts';
import { decodeSnapshot } from '../faces/snapshotFormat.ts';
import { embedPixels, embedWith, SIGN_NETWORKS } from './signSources.ts';

const UNSEEN = [6, 7, 8, 9];
const SIZE = 28 ** 2;
const { heldOut } = readDigits();
const rows = rowsOf(heldOut.labels, UNSEEN);
const pathOf = (name: string) => `src/data/files/signs-${name}.bin`;

function accuracyOf(embed: (image: Uint8Array) => Float32Array, shots: number): number {
  const points = Array.from(rows, (row) =>
    embed(Uint8Array.from(heldOut.images.subarray(row * SIZE, (row + 1) * SIZE))),
  );
  const dims = points[0]!.length;
  const values = Float32Array.from(points.flatMap((point) => Array.from(point)));
  const labels = Array.from(rows, (row) => heldOut.labels[row]!);
  return fewShotAccuracy({ values, rows: labels.length, dims }, labels, {
    ways: measured.ways,
    shots,
    draws: measured.draws,
    random: createRandom(1),
    unit: true,
  });
}

const firstSeed = (id: string) => measured.rows.find((row) => row.id === id)!.seeds[0]!.digits;

describe('a network that the page brings along', () => {
  test.each(SIGN_NETWORKS)('fits into a small file: %s', (name) => {
    expect(statSync(pathOf(name)).size).toBeLessThan(150_000);
  });

  test.each(SIGN_NETWORKS)('recognises in 8 bits what it recognised in 32: %s', (name) => {
    const embed = embedWith(decodeSnapshot(gunzipSync(readFileSync(pathOf(name)))));
    expect(accuracyOf(embed, 3)).toBeGreaterThan(firstSeed(name)[1]! - 0.01);
  });
});

test('pixels are points of length 1', () => {
  const point = embedPixels(Uint8Array.of(0, 3, 4));
  expect([...point].map((value) => Number(value.toFixed(6)))).toEqual([0, 0.6, 0.8]);
});
