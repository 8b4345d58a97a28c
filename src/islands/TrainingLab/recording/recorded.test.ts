import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readDigits } from '#support/readDigits.ts';
import { MNIST } from '#data/digits/digitSource.ts';
import { decodeRecording } from '#data/recordings/recordingFormat.ts';
import { leaveOneOutKnnAccuracy } from '#metric/evaluation/knn.ts';
import { collapseLoss } from '#training/collapseLoss.ts';
import { DEFAULT_CONFIG } from '#training/config.ts';
import { idleRun } from '#training/run/run.ts';
import { asRun } from './loadRecorded.ts';
import { isRecorded, RECORDED_END, withRecording } from './recorded.ts';

const file = readFileSync(new URL('../../../../src/data/files/run.bin', import.meta.url));
const recording = decodeRecording(gunzipSync(file));

test('a recording stands for a run of the lab’s own settings on the digits, and for no other', () => {
  const run = idleRun(DEFAULT_CONFIG, MNIST);
  expect(isRecorded(run)).toBe(true);
  expect(isRecorded({ ...run, settings: { ...DEFAULT_CONFIG, margin: 0.3 } })).toBe(false);
  // The length of an epoch is of no concern to a miner within the batch.
  expect(isRecorded({ ...run, settings: { ...DEFAULT_CONFIG, epochLength: 7 } })).toBe(true);
  expect(isRecorded({ ...run, data: { ...MNIST, title: 'other digits' } })).toBe(false);
  expect(withRecording(run, RECORDED_END).history.steps).toHaveLength(1);
  expect(withRecording({ ...run, phase: 'loading' }, RECORDED_END).history.steps).toEqual([]);
});

test('the recording is of the lab’s defaults, and is small', () => {
  const { classes, steps, ...settings } = recording.run;
  expect(classes).toBe(DEFAULT_CONFIG.classes);
  expect(DEFAULT_CONFIG).toMatchObject(settings);
  expect(steps).toBe(RECORDED_END.history.steps[0]!.step);
  expect(file.length).toBeLessThan(150_000);
});

test('the recording has every held-out digit, and as a run ends as the page tells before it has come', () => {
  const { history, frames, heldOut, embedding, collapseLoss: plateau } = asRun(recording);
  const { labels } = readDigits().heldOut;
  expect(heldOut!.labels).toEqual(labels);
  expect(frames!.length).toBeGreaterThan(11);
  expect(history.steps.map(({ step }) => step)).toEqual(
    Array.from({ length: 1200 }, (_, index) => index + 1),
  );
  const end = { ...history.steps.at(-1), ...history.evaluations.at(-1) };
  expect(RECORDED_END.history.steps[0]).toEqual(end);
  expect(plateau).toBe(collapseLoss(DEFAULT_CONFIG));
  const points = { values: embedding!, rows: labels.length, dims: 2 };
  expect(leaveOneOutKnnAccuracy(points, labels, 5)).toBeCloseTo(
    history.evaluations.at(-1)!.knnAccuracy,
    2,
  );
});
