/**
 * `npm run record`: trains with the lab's defaults and writes what the lab shows before the reader's
 * own run: src/data/files/run.bin, where the held-out digits lay at some moments and how the curves went;
 * and in src/islands/TrainingLab/recording what the page knows before that arrives: recordedRun.json for
 * its drawing, recordedEnd.json for the numbers. The same on every run.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { encodeRecording } from '#data/recordings/recordingFormat.ts';
import { classDots } from '#kit/scatter/classDots.ts';
import { classMedians, fitView, project } from '#kit/scatter/embeddingView.ts';
import { geometryOf } from '#metric/evaluation/geometry.ts';
import { createRetrievalPass } from '#metric/evaluation/retrievalPass.ts';
import { DEFAULT_CONFIG } from '#training/config.ts';
import type { History } from '#training/run/history.ts';
import type { EvaluationPoint, RetrievalPoint } from '#training/service/contract.ts';
import type { StepResult } from '#training/step.ts';
import { createTrainer } from '#training/trainer.ts';
import { readDigits } from '#support/readDigits.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { centred, type Frame, keepKeyframes, nextCandidate } from './recording/keyframes.ts';
import { recordedSettings } from './recording/recordedSettings.ts';

const STEPS = 1200;
const EVALUATION_STEPS = 100;
const KEYFRAMES = 20;
const SIZE = 500;
/** Every fourth digit asks for its kind, as in the lab. */
const QUERY_STRIDE = 4;

const still = new URL('../src/islands/TrainingLab/recording/recordedRun.json', import.meta.url);
const end = new URL('../src/islands/TrainingLab/recording/recordedEnd.json', import.meta.url);
const recording = new URL('../src/data/files/run.bin', import.meta.url);

await useNodeBackend('wasm');
const digits = readDigits();
const { labels } = digits.heldOut;
const trainer = createTrainer(DEFAULT_CONFIG, digits);
const steps: StepResult[] = [];
const evaluations: EvaluationPoint[] = [];
const retrievals: RetrievalPoint[] = [];
const frames: Frame[] = [];

/** Judged as the lab judges a run. */
function judge(embedding: Float32Array): void {
  const { step } = trainer;
  const embeddings = { values: embedding, rows: labels.length, dims: DEFAULT_CONFIG.dims };
  const geometry = geometryOf(embeddings, labels);
  evaluations.push({ step, ...trainer.evaluate(embedding), geometry });
  const pass = createRetrievalPass(embeddings, labels, QUERY_STRIDE);
  retrievals.push({ step, ...pass.advance(labels.length)! });
}

let embedding: Float32Array = new Float32Array();
let candidate = 0;
while (trainer.step <= STEPS) {
  const { step } = trainer;
  const isCandidate = step >= candidate || step === STEPS;
  const isJudged = step % EVALUATION_STEPS === 0;
  if (isCandidate || isJudged) embedding = await trainer.embedHeldOut();
  if (isJudged) judge(embedding);
  // A step measures the loss before it moves anything: it belongs to the embedding just seen.
  const result = await trainer.advance();
  if (step < STEPS) steps.push(result);
  if (!isCandidate) continue;
  frames.push({ step, loss: result.loss, embedding: centred(embedding) });
  candidate = nextCandidate(step);
}

const rounded = (value: number) => Number(value.toFixed(4));
const history: History = {
  steps: steps.map(({ step, loss, activeShare, gradientNorm, zones }) => ({
    step,
    loss: rounded(loss),
    activeShare: rounded(activeShare),
    gradientNorm: rounded(gradientNorm),
    ...(zones && {
      zones: {
        easy: rounded(zones.easy),
        semiHard: rounded(zones.semiHard),
        hard: rounded(zones.hard),
      },
    }),
  })),
  evaluations,
  retrievals,
};
const packed = gzipSync(
  encodeRecording({
    run: { ...recordedSettings(DEFAULT_CONFIG), classes: 'all', steps: STEPS },
    side: 0,
    ...keepKeyframes(frames, labels, KEYFRAMES),
    labels,
    images: new Uint8Array(),
    history,
  }),
  { level: 9, memLevel: 9 },
);
writeFileSync(recording, packed);

const write = (file: URL, content: unknown) =>
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
const points = project(embedding, fitView(embedding, 0), SIZE).map(Math.round);
const medians = classMedians(points, labels, 10);
const dots = (digit: number) => classDots(points, labels, digit);
write(still, {
  size: SIZE,
  curves: {
    loss: history.steps.map(({ loss }) => loss),
    activeShare: history.steps.map(({ activeShare }) => activeShare),
    evaluations: evaluations.map(({ geometry: _, ...judged }) => judged),
  },
  digits: Array.from({ length: 10 }, (_, digit) => ({
    median: [medians[2 * digit], medians[2 * digit + 1]],
    points: dots(digit),
  })),
});
write(end, { ...history.steps.at(-1), ...evaluations.at(-1) });
console.log(
  `k-NN accuracy ${evaluations.at(-1)?.knnAccuracy} after ${STEPS} steps, ` +
    `${frames.length} candidates, ${packed.length} bytes`,
);
