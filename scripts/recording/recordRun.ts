import type { Digits } from '#data/digits/digitFormat.ts';
import { INK, LEVELS, type Moment, type Recording } from '#data/recordings/recordingFormat.ts';
import { leaveOneOutKnnAccuracy } from '#metric/evaluation/knn.ts';
import type { TrainingConfig } from '#training/config.ts';
import { createTrainer } from '#training/trainer.ts';
import { chooseDigits } from './chooseDigits.ts';
import { concaveEnvelope } from './envelope.ts';
import { selectKeyframes } from './selectKeyframes.ts';
import { recordedSettings } from './recordedSettings.ts';

/** Candidates for a keyframe lie this share of the steps done apart: the first steps move most. */
const STRIDE = 1 / 20;
const NEIGHBOURS = 5;
/** A recording is of an embedding in the plane. */
const DIMS = 2;
/** Free room around the outermost digit. */
const ROOM = 1.04;

export interface RecordingPlan {
  readonly config: TrainingConfig;
  readonly steps: number;
  readonly digitsPerClass: number;
  readonly keyframes: number;
}

interface Frame {
  readonly step: number;
  readonly loss: number;
  /** Row-major, centred on the mean: the losses are blind to a shift of the whole cloud. */
  readonly embedding: Float32Array;
  /** The largest coordinate. */
  readonly reach: number;
}

function centred(embedding: Float32Array): Float32Array {
  const mean = [0, 0];
  embedding.forEach((value, index) => {
    mean[index % DIMS]! += (value * DIMS) / embedding.length;
  });
  return embedding.map((value, index) => value - mean[index % DIMS]!);
}

async function trainAndWatch({ config, steps }: RecordingPlan, digits: Digits): Promise<Frame[]> {
  const trainer = createTrainer(config, digits);
  const frames: Frame[] = [];
  let next = 0;
  while (trainer.step <= steps) {
    const { step } = trainer;
    const isWatched = step >= next || step === steps;
    const embedding = isWatched ? centred(await trainer.embedHeldOut()) : new Float32Array();
    // A step measures the loss before it moves anything: it belongs to the embedding just seen.
    const { loss } = await trainer.advance();
    if (!isWatched) continue;
    const reach = embedding.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    frames.push({ step, loss, embedding, reach });
    next = step + Math.max(1, Math.round(STRIDE * step));
  }
  trainer.dispose();
  return frames;
}

/** The frames as the camera sees them: in units of the farthest that any digit has come so far. */
function seen(frames: readonly Frame[]): Float32Array[] {
  let extent = 0;
  return frames.map(({ embedding, reach }) => {
    extent = Math.max(extent, reach);
    return embedding.map((value) => value / extent);
  });
}

/** Rounds the positions to the view of their moment; all x, then all y. */
function quantise({ embedding }: Frame, extent: number): Int16Array {
  const rows = embedding.length / DIMS;
  const positions = new Int16Array(embedding.length);
  for (let row = 0; row < rows; row++) {
    for (let dim = 0; dim < DIMS; dim++) {
      positions[dim * rows + row] = Math.round((LEVELS * embedding[row * DIMS + dim]!) / extent);
    }
  }
  return positions;
}

/** Judges the rounded positions, so that whoever decodes them can judge again and agree. */
function judge(positions: Int16Array, labels: Uint8Array): number {
  const rows = labels.length;
  const values = new Float64Array(positions.length);
  for (let row = 0; row < rows; row++) {
    values[DIMS * row] = positions[row]!;
    values[DIMS * row + 1] = positions[rows + row]!;
  }
  return leaveOneOutKnnAccuracy({ values, rows, dims: DIMS }, labels, NEIGHBOURS);
}

/** Trains as the page does and keeps some moments of where the held-out digits lay. */
export async function recordRun(plan: RecordingPlan, digits: Digits): Promise<Recording> {
  const shown = chooseDigits(digits.heldOut, plan.digitsPerClass);
  const frames = await trainAndWatch(plan, { ...digits, heldOut: shown });
  const kept = selectKeyframes(seen(frames), plan.keyframes).map((index) => frames[index]!);
  let reached = 0;
  const reaches = kept.map(({ reach }) => {
    reached = Math.max(reached, reach);
    return reached;
  });
  const extents = concaveEnvelope(reaches).map((extent) => Math.ceil(1000 * ROOM * extent) / 1000);
  const perMoment = DIMS * shown.labels.length;
  const positions = new Int16Array(kept.length * perMoment);
  const moments = kept.map((frame, index): Moment => {
    const extent = extents[index]!;
    const rounded = quantise(frame, extent);
    positions.set(rounded, index * perMoment);
    const { step, loss } = frame;
    return { step, loss, knnAccuracy: judge(rounded, shown.labels), extent };
  });
  return {
    run: {
      ...recordedSettings(plan.config),
      classes: String(plan.config.classes),
      steps: plan.steps,
    },
    side: digits.width,
    moments,
    labels: shown.labels,
    images: shown.images.map((pixel) => Math.round((INK * pixel) / 255)),
    positions,
  };
}
