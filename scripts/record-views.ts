/**
 * `npm run record`: trains the run that TwoViews begins with and writes it to src/data/files/views.bin, and
 * to src/islands/TwoViews/references.json what the page knows before it arrives: how it ends, and how well
 * a few labels do on raw pixels and on the untrained network. The same on every run.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import {
  encodeRecording,
  LEVELS,
  type Moment,
  type Recording,
} from '#data/recordings/recordingFormat.ts';
import { judgeFewLabels, shapeOf } from '#islands/TwoViews/judge.ts';
import type { Reading, RecordedReadings } from '#islands/TwoViews/recorded.ts';
import { configOf, DIMS, SENSIBLE, STEPS } from '#islands/TwoViews/runs.ts';
import { groupByLabel } from '#metric/classes.ts';
import { pictureOf } from '#kit/scatter/principalPicture.ts';
import { createTrainer } from '#training/trainer.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { readDigits } from '#support/readDigits.ts';
import { chooseRows } from './recording/chooseDigits.ts';
import { recordedSettings } from './recording/recordedSettings.ts';
import { drawViews } from './views/stillViews.ts';
import { judgePixels } from './views/watchViews.ts';

const MOMENTS = [0, 10, 20, 35, 50, 75, 100, 130, 160, 200, 250, 300, 350, STEPS];
const DIGITS_PER_CLASS = 35;
const DRAWS = 10;
/** Digits whose two views are drawn. */
const SHOWN = 8;
/** A picture of a few hundred pixels needs no finer places: what is left out packs better. */
const COARSE = 4;

const digits = readDigits();
const { images, labels } = digits.heldOut;
const rows = chooseRows(labels, DIGITS_PER_CLASS);
const rounded = (value: number) => Number(value.toPrecision(4));
const roundedAll = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (_, each) => (typeof each === 'number' ? rounded(each) : each)),
  ) as T;

/** All x, then all y, of the chosen rows, in the levels of the format. */
const placesOf = (points: Float32Array): number[] =>
  [0, 1].flatMap((axis) =>
    rows.map((row) => {
      const place = Math.min(1, Math.max(-1, points[2 * row + axis]!));
      return COARSE * Math.round((place * LEVELS) / COARSE);
    }),
  );

function pairsOfOneClass(of: ArrayLike<number>): number {
  const { members } = groupByLabel(of);
  const pairs = (count: number) => (count * (count - 1)) / 2;
  return members.reduce((sum, { length }) => sum + pairs(length), 0) / pairs(of.length);
}

async function record(): Promise<Recording & { readonly history: RecordedReadings }> {
  const config = configOf(SENSIBLE);
  const trainer = createTrainer(config, digits);
  const moments: Moment[] = [];
  const positions: number[] = [];
  const readings: Reading[] = [];
  let before: Float32Array | undefined;
  while (trainer.step <= STEPS) {
    const { step } = trainer;
    const isKept = MOMENTS.includes(step);
    const embedding = isKept ? await trainer.embedHeldOut() : new Float32Array();
    // A step measures its batch before it moves anything: it belongs to the embedding just seen.
    const { loss } = await trainer.advance();
    if (!isKept) continue;
    const all = { values: embedding, rows: labels.length, dims: DIMS };
    const { points, half } = pictureOf(embedding, DIMS, before);
    before = points;
    positions.push(...placesOf(points));
    const { knnAccuracy, recallAt1 } = trainer.evaluate(embedding);
    moments.push({ step, loss: rounded(loss), knnAccuracy, extent: rounded(half) });
    const few = judgeFewLabels(all, labels, { draws: DRAWS });
    const shape = shapeOf(all, labels);
    readings.push(roundedAll({ step, few, recallAt1, ...shape }));
  }
  trainer.dispose();
  return {
    run: { ...recordedSettings(config), classes: String(config.classes), steps: STEPS },
    side: 0,
    moments,
    labels: Uint8Array.from(rows, (row) => labels[row]!),
    images: new Uint8Array(),
    positions: Int16Array.from(positions),
    history: { readings },
  };
}

await useNodeBackend('wasm');
const recording = await record();
const packed = gzipSync(encodeRecording(recording), { level: 9, memLevel: 9 });
writeFileSync(new URL('../src/data/files/views.bin', import.meta.url), packed);
const { readings } = recording.history;
const references = {
  pixels: roundedAll(judgePixels(digits)),
  /** Of two training digits, how often both are of one class: the share of false negatives to expect. */
  falseNegatives: rounded(pairsOfOneClass(digits.training.labels)),
  untrained: readings[0]!,
  end: readings.at(-1)!,
};
writeFileSync(
  new URL('../src/islands/TwoViews/references.json', import.meta.url),
  `${JSON.stringify(references, null, 2)}\n`,
);
const pixels = digits.height * digits.width;
const shown = Buffer.concat(
  rows
    .slice(0, SHOWN)
    .map((row) => Uint8Array.from(images.subarray(row * pixels, (row + 1) * pixels))),
);
writeFileSync(new URL('../src/data/files/two-views.png', import.meta.url), drawViews(shown));
writeFileSync(
  new URL('../src/islands/TwoViews/digits.json', import.meta.url),
  `${JSON.stringify({ images: shown.toString('base64') }, null, 2)}\n`,
);
console.log(`views: ${packed.length} bytes\n${JSON.stringify(readings.at(-1))}`);
