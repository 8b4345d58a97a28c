import { beforeAll, expect, test } from 'vitest';
import type { Dataset } from '#data/dataset.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { readDigits } from '#support/readDigits.ts';
import { DEFAULT_CONFIG } from '../config.ts';
import type { Report } from './contract.ts';
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

test('a run moves before it is judged, by a few samples first; what stops it is judged by all', async () => {
  const run = new PacedRun({ ...DEFAULT_CONFIG, p: 3, k: 2 }, digits);
  const first = await run.firstPicture();
  const reports: Report[] = [];
  while (!reports.at(-1)?.evaluation) {
    const report = await run.advance({ picture: true, judgement: true });
    if (report) reports.push(report);
  }
  const { steps, embedding } = reports[0]!;
  expect(steps.length).toBeGreaterThan(0);
  expect(embedding).not.toEqual(first?.embedding);
  expect(reports.at(-1)!.evaluation).toMatchObject({ step: 0, of: 250 });
  const { evaluation } = (await run.finish())!;
  expect(evaluation).toMatchObject({ step: run.trainer.step });
  expect(evaluation).not.toHaveProperty('of');
  run.trainer.dispose();
});

test('a network that is frozen stays as it was while the run goes on', async () => {
  const run = new PacedRun({ ...DEFAULT_CONFIG, p: 3, k: 2 }, data);
  const before = await run.trainer.embedHeldOut();
  const frozen = await run.trainer.freeze();
  await run.step();
  const rows = Int32Array.of(7, 0, 199);
  const points = await frozen.embed(rows);
  rows.forEach((row, place) => {
    for (const axis of [0, 1])
      expect(points[2 * place + axis]).toBeCloseTo(before[2 * row + axis]!, 5);
  });
  expect(await run.trainer.embedHeldOut()).not.toEqual(before);
  run.trainer.dispose();
});
