import type { Digits } from '#data/digits/digitFormat.ts';
import { INK, type Recording } from '#data/recordings/recordingFormat.ts';
import type { TrainingConfig } from '#training/config.ts';
import { createTrainer } from '#training/trainer.ts';
import { chooseDigits } from './chooseDigits.ts';
import { centred, type Frame, keepKeyframes, nextCandidate } from './keyframes.ts';
import { recordedSettings } from './recordedSettings.ts';

export interface RecordingPlan {
  readonly config: TrainingConfig;
  readonly steps: number;
  readonly digitsPerClass: number;
  readonly keyframes: number;
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
    frames.push({ step, loss, embedding });
    next = nextCandidate(step);
  }
  trainer.dispose();
  return frames;
}

/** Trains as the page does and keeps some moments of where the held-out digits lay. */
export async function recordRun(plan: RecordingPlan, digits: Digits): Promise<Recording> {
  const shown = chooseDigits(digits.heldOut, plan.digitsPerClass);
  const frames = await trainAndWatch(plan, { ...digits, heldOut: shown });
  return {
    run: {
      ...recordedSettings(plan.config),
      classes: String(plan.config.classes),
      steps: plan.steps,
    },
    side: digits.width,
    ...keepKeyframes(frames, shown.labels, plan.keyframes),
    labels: shown.labels,
    images: shown.images.map((pixel) => Math.round((INK * pixel) / 255)),
  };
}
