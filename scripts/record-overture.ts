/**
 * `npm run record`: trains the network of the article once and writes what the opening figure
 * plays, src/data/files/overture.bin, and the numbers of a few of its moments, which the
 * page knows before the recording arrives. The same on every run.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { encodeRecording } from '#data/recordings/recordingFormat.ts';
import { DEFAULT_CONFIG } from '#training/config.ts';
import { readDigits } from '#support/readDigits.ts';
import { type RecordingPlan, recordRun } from './recording/recordRun.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';

const output = new URL('../src/data/files/overture.bin', import.meta.url);
const numbers = new URL('../src/islands/Overture/landmarks.json', import.meta.url);

/** A landmark is the start, the first moment at each of these accuracies, and the end. */
const ACCURACIES = [0.5, 0.75];

const plan: RecordingPlan = {
  // A tenth of the laboratory's learning rate: the digits drift instead of jumping.
  config: { ...DEFAULT_CONFIG, learningRate: 0.0003, seed: 7 },
  steps: 1200,
  digitsPerClass: 100,
  keyframes: 72,
};

await useNodeBackend('wasm');
const recording = await recordRun(plan, readDigits());
const packed = gzipSync(encodeRecording(recording), { level: 9, memLevel: 9 });
writeFileSync(output, packed);
const { moments } = recording;
const last = moments.length - 1;
const landmarks = [
  0,
  ...ACCURACIES.map((accuracy) => moments.findIndex(({ knnAccuracy }) => knnAccuracy >= accuracy)),
  last,
].map((index) => ({ at: index / last, ...moments[index] }));
writeFileSync(numbers, `${JSON.stringify(landmarks, null, 2)}\n`);
console.log(
  `${moments.length} moments of ${recording.labels.length} digits in ${packed.length} bytes; ` +
    `k-NN accuracy ${moments[0]?.knnAccuracy} -> ${moments.at(-1)?.knnAccuracy}`,
);
