import { beforeAll, expect, test } from 'vitest';
import type { Dataset } from '#data/dataset.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { readDigits } from '#support/readDigits.ts';
import { DEFAULT_CONFIG } from '../config.ts';
import { PacedRun } from './pacedRun.ts';

const ROWS = 200;
const digits = readDigits();
const data: Dataset = {
  ...digits,
  heldOut: {
    images: digits.heldOut.images.subarray(0, ROWS * 784),
    labels: digits.heldOut.labels.subarray(0, ROWS),
  },
};

beforeAll(() => useNodeBackend('wasm'));

/** Which rows of two embeddings differ. */
const movedRows = (before: Float32Array, after: Float32Array): number[] =>
  Array.from({ length: ROWS }, (_, row) => row).filter(
    (row) => before[2 * row] !== after[2 * row] || before[2 * row + 1] !== after[2 * row + 1],
  );

test('a slow network is drawn piece by piece, until all is as of now', async () => {
  const run = new PacedRun({ ...DEFAULT_CONFIG, network: 'reference-conv', p: 2, k: 2 }, data);
  let { embedding: last } = await run.judge();
  await run.step();
  const moved: number[] = [];
  while (moved.length < ROWS) {
    const { embedding: picture } = await run.picture();
    const piece = movedRows(last, picture);
    // One stretch of rows after the other.
    expect(piece[0]).toBe(moved.length);
    expect(piece).toHaveLength(piece.at(-1)! - piece[0]! + 1);
    expect(piece.length).toBeLessThan(ROWS);
    moved.push(...piece);
    last = picture;
  }
  const whole = await run.trainer.embedHeldOut();
  whole.forEach((value, index) => {
    expect(last[index]).toBeCloseTo(value, 5);
  });
  run.trainer.dispose();
});
