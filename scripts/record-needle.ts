/**
 * `npm run record`: trains the two runs that NeedleEye sets side by side and writes them to
 * src/data/files/needle-squared.bin and needle-plain.bin, and to src/islands/NeedleEye/eye.json what
 * the page knows before they arrive: the numbers of the step at which the plain run passes the eye.
 * The same on every run.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import {
  encodeRecording,
  LEVELS,
  type Moment,
  type Recording,
} from '#data/recordings/recordingFormat.ts';
import { pictureOf } from '#kit/scatter/principalPicture.ts';
import {
  JUDGED_EVERY,
  MEASURED_EVERY,
  type RecordedCurves,
  recordedSide,
} from '#islands/NeedleEye/recordedSide.ts';
import { configOf, DISTANCES, type Distance, RECORDED, STEPS } from '#islands/NeedleEye/runs.ts';
import { eyeOf, readingAt } from '#islands/NeedleEye/side.ts';
import { cloudRadius } from '#metric/evaluation/cloudRadius.ts';
import { createTrainer } from '#training/trainer.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { readDigits } from '#support/readDigits.ts';
import { chooseRows } from './recording/chooseDigits.ts';
import { recordedSettings } from './recording/recordedSettings.ts';

/** Close where much happens, and around the eye. */
const MOMENTS = [
  0, 10, 20, 30, 50, 70, 100, 150, 200, 250, 300, 350, 400, 450, 500, 550, 600, 700, 800, 900, 1000,
  1100, 1200, 1300, 1400, 1500,
];
const DIGITS_PER_CLASS = 35;
/** A picture of a few hundred pixels needs no finer places: what is left out packs better. */
const COARSE = 4;

const digits = readDigits();
const { labels } = digits.heldOut;
const rows = chooseRows(labels, DIGITS_PER_CLASS);
const rounded = (value: number) => Number(value.toPrecision(4));

/** All x, then all y, of the chosen rows, in the levels of the format. */
const placesOf = (points: Float32Array): number[] =>
  [0, 1].flatMap((axis) =>
    rows.map((row) => {
      const place = Math.min(1, Math.max(-1, points[2 * row + axis]!));
      return COARSE * Math.round((place * LEVELS) / COARSE);
    }),
  );

async function record(distance: Distance): Promise<Recording> {
  const config = configOf(distance, RECORDED);
  const trainer = createTrainer(config, digits);
  const curves = { sizes: [], ratios: [], shares: [], accuracies: [] } as {
    [K in keyof RecordedCurves]: number[];
  };
  const moments: Moment[] = [];
  const positions: number[] = [];
  let before: Float32Array | undefined;
  while (trainer.step <= STEPS) {
    const { step } = trainer;
    const isMeasured = step % MEASURED_EVERY === 0;
    const embedding = isMeasured ? await trainer.embedHeldOut() : new Float32Array();
    // A step measures its batch before it moves anything: it belongs to the embedding just seen.
    const { loss, force } = await trainer.advance();
    if (!isMeasured || !force) continue;
    const all = { values: embedding, rows: labels.length, dims: config.dims };
    curves.sizes.push(rounded(cloudRadius(all)));
    curves.ratios.push(rounded(force.orderRatio));
    curves.shares.push(rounded(force.shrinkShare));
    const isKept = MOMENTS.includes(step);
    const isJudged = step % JUDGED_EVERY === 0;
    const knnAccuracy = isKept || isJudged ? trainer.evaluate(embedding).knnAccuracy : 0;
    if (isJudged) curves.accuracies.push(rounded(knnAccuracy));
    if (!isKept) continue;
    const { points, half } = pictureOf(embedding, config.dims, before);
    before = points;
    positions.push(...placesOf(points));
    moments.push({ step, loss: rounded(loss), knnAccuracy, extent: rounded(half) });
  }
  trainer.dispose();
  return {
    run: { ...recordedSettings(config), classes: String(config.classes), steps: STEPS },
    side: 0,
    moments,
    labels: Uint8Array.from(rows, (row) => labels[row]!),
    images: new Uint8Array(),
    positions: Int16Array.from(positions),
    history: curves satisfies RecordedCurves,
  };
}

await useNodeBackend('wasm');
const recordings = { squared: await record('squared'), plain: await record('plain') };
const sides = {
  squared: recordedSide(recordings.squared),
  plain: recordedSide(recordings.plain),
};
const step = eyeOf(sides.plain);
if (step === undefined) throw new Error('the plain run never passes the eye');
for (const distance of DISTANCES) {
  const packed = gzipSync(encodeRecording(recordings[distance]), { level: 9, memLevel: 9 });
  writeFileSync(new URL(`../src/data/files/needle-${distance}.bin`, import.meta.url), packed);
  const told = [0, 50, 100, 200, 400, step, 600, 800, STEPS].map((at) =>
    [at, ...Object.values(readingAt(sides[distance], at)).map((value) => value?.toFixed(3))].join(
      ' ',
    ),
  );
  console.log(`${distance}: ${packed.length} bytes\n${told.join('\n')}`);
}
const eye = {
  step,
  squared: readingAt(sides.squared, step),
  plain: readingAt(sides.plain, step),
};
writeFileSync(
  new URL('../src/islands/NeedleEye/eye.json', import.meta.url),
  `${JSON.stringify(eye, null, 2)}\n`,
);
