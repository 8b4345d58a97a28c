/**
 * `npm run faces`: trains a network on drawn faces, through the code that trains in the reader's
 * browser, and writes it to src/data/files/faces.bin, so that the chapter on faces works at once; and
 * how well it, the same network untrained and raw pixels tell unseen people apart to
 * src/data/files/verification.json, and in brief to src/islands/VerificationThreshold/still.json, which
 * the figure starts with; what UnseenFaces starts with; and
 * the map of unseen people. The same on every run.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { FACE_SIDE } from '#data/faces/faceSide.ts';
import { drawPopulation, POPULATIONS } from '#data/faces/population.ts';
import { initialState } from '#kit/figure/urlState.ts';
import { compare, rastersOf, definition as unseen } from '#islands/UnseenFaces/definition.ts';
import { PEOPLE, PICTURES, personOf } from '#islands/UnseenMap/definition.ts';
import { equalErrorRate } from '#metric/evaluation/equalErrorRate.ts';
import { picturePairs } from '#metric/evaluation/picturePairs.ts';
import { rocCurve } from '#metric/evaluation/roc.ts';
import {
  BINS,
  equalErrorBins,
  ratesAtBin,
  type VerificationSummary,
} from '#metric/evaluation/verificationSummary.ts';
import { principalAxes, projectOnto } from '#metric/pca.ts';
import { FACE_CHOICES, faceConfig } from '#training/faces/faceConfig.ts';
import { createFaceService } from '#training/faces/faceService.ts';
import { decodeSnapshot, encodeSnapshot } from '#training/faces/snapshotFormat.ts';
import type { Verified } from '#training/faces/verifyPairs.ts';
import { Processor } from '#training/compute/processor.ts';
import { Turns } from '#training/compute/turns.ts';
import { createTrainer } from '#training/trainer.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { recordedSettings } from './recording/recordedSettings.ts';

const STEPS = 3000;
const output = new URL('../src/data/files/faces.bin', import.meta.url);

const draw = async (name: keyof typeof POPULATIONS) => {
  const drawn = await drawPopulation(POPULATIONS[name], async () => {});
  return { images: drawn.images, labels: drawn.identities };
};
const [training, heldOut] = [await draw('training'), await draw('calibration')];
const config = faceConfig(FACE_CHOICES);
await useNodeBackend('wasm', { accelerated: true });
const trainer = createTrainer(config, { height: FACE_SIDE, width: FACE_SIDE, training, heldOut });
while (trainer.step < STEPS) await trainer.advance();

const { scores, same } = picturePairs(
  { values: await trainer.embedHeldOut(), rows: heldOut.labels.length, dims: config.dims },
  heldOut.labels,
);
const eer = equalErrorRate(rocCurve(scores, same)).interpolated;
const snapshot = {
  saved: await trainer.weights(),
  run: { ...recordedSettings(config), steps: STEPS, calibrationEer: eer },
};
const packed = gzipSync(encodeSnapshot(snapshot), { level: 9, memLevel: 9 });
writeFileSync(output, packed);
trainer.dispose();

/** Short numbers: the file is part of the page. */
const rounded = (_: string, value: unknown) =>
  typeof value === 'number' ? Number(value.toFixed(4)) : value;

const service = createFaceService({
  workshop: {
    processor: new Processor([{ name: 'wasm', start: async () => {}, isLost: () => false }]),
    turns: new Turns(),
    yieldToMessages: async () => {},
  },
  loadSnapshot: async () => decodeSnapshot(encodeSnapshot(snapshot)),
  loadDigits: async () => {
    throw new Error('no digits are wanted here');
  },
});
const measured: Record<string, Verified> = {};
for (const source of ['raw', 'untrained', 'pretrained'] as const)
  measured[source] = await service.verify(source);
writeFileSync(
  new URL('../src/data/files/verification.json', import.meta.url),
  `${JSON.stringify(measured, rounded)}\n`,
);
/** What the page shows before it has the file: no pictures yet. */
const bare = (summary: VerificationSummary): VerificationSummary => ({
  ...summary,
  nearestImpostors: [],
  farthestGenuine: [],
  examples: [],
});
const { calibration, test } = measured['pretrained']!;
writeFileSync(
  new URL('../src/islands/VerificationThreshold/still.json', import.meta.url),
  `${JSON.stringify({ calibration: bare(calibration), test: bare(test) }, rounded)}\n`,
);
/** The shares of pairs in so many wider bins, for a drawing. */
const sharesOf = (counts: readonly number[], bins: number): number[] => {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const width = counts.length / bins;
  return Array.from({ length: bins }, (_, bin) =>
    counts.slice(bin * width, (bin + 1) * width).reduce((sum, count) => sum + count / all, 0),
  );
};
const accepted = equalErrorBins(calibration);
const state = initialState(unseen.settings);
const { values, dims } = await service.embed(rastersOf(state), 'pretrained');
writeFileSync(
  new URL('../src/islands/UnseenFaces/still.json', import.meta.url),
  `${JSON.stringify(
    {
      threshold: (accepted * calibration.end) / BINS,
      falseMatchRate: ratesAtBin(test, accepted).far,
      dots: { genuine: sharesOf(test.genuine, 60), impostor: sharesOf(test.impostor, 60) },
      compared: compare(values, dims),
    },
    rounded,
  )}\n`,
);
/** The first people of the test, some pictures of each, along their two principal axes. */
async function mapOf(source: 'raw' | 'pretrained') {
  const all = await service.population('test', source);
  const rows = Array.from({ length: PEOPLE * PICTURES }, (_, k) => {
    return personOf(k) * POPULATIONS.test.pictures + (k % PICTURES);
  });
  const chosen = {
    values: new Float64Array(rows.length * all.dims),
    rows: rows.length,
    dims: all.dims,
  };
  rows.forEach((row, k) => {
    chosen.values.set(all.values.subarray(row * all.dims, (row + 1) * all.dims), k * all.dims);
  });
  const axes = principalAxes(chosen, 2);
  const flat = projectOnto(axes, chosen);
  return {
    points: rows.map((_, k) => [flat[2 * k]!, flat[2 * k + 1]!]),
    shares: Array.from(axes.shares),
  };
}
writeFileSync(
  new URL('../src/islands/UnseenMap/still.json', import.meta.url),
  `${JSON.stringify({ raw: await mapOf('raw'), pretrained: await mapOf('pretrained') }, rounded)}\n`,
);
console.log(
  `${STEPS} steps, equal error rate on the calibration people ${eer.toFixed(4)}; ${packed.length} bytes`,
);
