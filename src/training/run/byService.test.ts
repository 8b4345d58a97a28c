import { describe, expect, test } from 'vitest';
import { MNIST } from '#data/digits/digitSource.ts';
import { DEFAULT_CONFIG } from '../config.ts';
import type { Opening, Report } from '../service/contract.ts';
import { byReader } from './byReader.ts';
import { byService } from './byService.ts';
import { idleRun, NO_SPEED, type Run, shownVectors } from './run.ts';

const vectorsAt = (x: number) => ({ labels: [0, 1], values: Float32Array.of(x, 0, 0, x) });
const evaluation = { step: 0, recallAt1: 0.1, knnAccuracy: 0.1, spread: 1 };
const opening: Opening = {
  backend: 'wasm',
  collapseLoss: 1,
  labels: Uint8Array.of(0, 1),
  images: new Uint8Array(2),
  embedding: new Float32Array(4),
  evaluation,
};
const seen = (step: number, x?: number): Report => ({
  steps: [{ step, loss: 1, activeShare: 1 }],
  speed: NO_SPEED,
  embedding: new Float32Array(4),
  ...(x !== undefined && { classVectors: vectorsAt(x) }),
});

const opened = (): Run => {
  const begun = byReader(idleRun(DEFAULT_CONFIG, MNIST), { type: 'run', id: 'a' });
  const told = { ...opening, classVectors: vectorsAt(1) };
  return byService(begun, { type: 'opened', attempt: 1, ...told });
};
const reported = (run: Run, report: Report) =>
  byService(run, { type: 'progress', attempt: 1, ...report });

describe('the vectors that a loss learns for classes', () => {
  test('are shown with the picture that they came with, now and looking back', () => {
    const run = reported(reported(opened(), seen(10, 2)), seen(20, 3));
    expect(shownVectors(run)).toEqual(vectorsAt(3));
    expect(shownVectors({ ...run, past: 12 })).toEqual(vectorsAt(2));
    expect(shownVectors({ ...run, past: 0 })).toEqual(vectorsAt(1));
  });

  test('stay while nothing newer is drawn, and go with the loss that learned them', () => {
    const { embedding: _, classVectors: __, ...unseen } = seen(10, 2);
    expect(shownVectors(reported(opened(), unseen))).toEqual(vectorsAt(1));
    const next = byReader(opened(), { type: 'start-over', id: 'b' });
    expect(shownVectors(next)).toEqual(vectorsAt(1));
    expect(shownVectors(reported(opened(), seen(10)))).toBeUndefined();
  });
});

describe('what is judged while the run goes on', () => {
  test('takes the place of what was judged of the same step by fewer samples', () => {
    const judgedBy = (step: number, of?: number): Report => ({
      ...seen(step),
      evaluation: { ...evaluation, step, ...(of && { of }) },
    });
    const run = [judgedBy(10, 250), judgedBy(10, 500), judgedBy(10), judgedBy(25, 250)].reduce(
      reported,
      opened(),
    );
    expect(run.history.evaluations.map(({ step, of }) => [step, of])).toEqual([
      [0, undefined],
      [10, undefined],
      [25, 250],
    ]);
  });
});

test('a run that opens without a picture shows none that other samples or settings have left', () => {
  const before = byReader(opened(), { type: 'start-over', id: 'b' });
  expect(before.embedding).toBeDefined();
  const { embedding: _, evaluation: __, ...bare } = opening;
  const run = byService(before, { type: 'opened', attempt: 2, ...bare });
  expect(run).toMatchObject({ phase: 'open', frames: [], history: { evaluations: [] } });
  expect(run.embedding).toBeUndefined();
});
