import type { Digits } from '../data/digitFormat.ts';
import type { TrainingConfig } from './config.ts';
import type { EvaluationPoint, StepPoint } from './messages.ts';
import { createSpeedometer, type Speed } from './speedometer.ts';
import { createTrainer } from './trainer.ts';

/** Judging 2,000 digits costs as much as many steps, so once it has begun it happens once in so many. */
const EVALUATION_STEPS = 100;
const EARLY_EVALUATIONS: readonly number[] = [10, 25, 50];
/** On a slow device the reader should not wait for so many. */
const EVALUATION_MILLISECONDS = 2000;
/** Embedding the held-out digits for the picture may take this share of the time. */
const PICTURE_SHARE = 0.2;
/** Between steps the worker listens for messages about this often. */
const SLICE_MILLISECONDS = 16;

export interface Slice {
  readonly steps: readonly StepPoint[];
  readonly speed: Speed;
  readonly evaluation?: EvaluationPoint;
  readonly embedding?: Float32Array;
}

/** A run as the page watches it: training in slices, with pictures and evaluations when due. */
export function createRun(config: TrainingConfig, digits: Digits) {
  const trainer = createTrainer(config, digits);
  const speedometer = createSpeedometer(trainer.imagesPerStep);
  let evaluatedStep = -1;
  let evaluatedAt = 0;
  let nextPictureAt = 0;

  function picture(): Float32Array {
    const started = performance.now();
    const embedding = trainer.embedHeldOut();
    const ended = performance.now();
    nextPictureAt = ended + (ended - started) / PICTURE_SHARE;
    return embedding;
  }

  /** The embedding of now with its judgement. */
  function evaluate(): { evaluation: EvaluationPoint; embedding: Float32Array } {
    const embedding = picture();
    evaluatedStep = trainer.step;
    const evaluation = { step: trainer.step, ...trainer.evaluate(embedding) };
    evaluatedAt = performance.now();
    return { evaluation, embedding };
  }

  return {
    evaluate,
    dispose: trainer.dispose,

    /** Trains for about a frame, or for one step; throws a DivergedError when numbers blow up. */
    advance(options: { single: boolean; wantsPicture: boolean }): Slice {
      const until = performance.now() + SLICE_MILLISECONDS;
      const steps: StepPoint[] = [];
      let due = false;
      do {
        const { step, loss, activeShare, time } = trainer.advance();
        speedometer.add(time);
        steps.push({ step, loss, activeShare });
        due = step % EVALUATION_STEPS === 0 || EARLY_EVALUATIONS.includes(step);
      } while (!due && !options.single && performance.now() < until);
      const now = performance.now();
      const speed = speedometer.read();
      if (due || now - evaluatedAt > EVALUATION_MILLISECONDS) {
        return { steps, speed, ...evaluate() };
      }
      if (options.wantsPicture && now >= nextPictureAt) {
        return { steps, speed, embedding: picture() };
      }
      return { steps, speed };
    },

    /** What is due when the run stops here: the judgement of this very step, unless it is known. */
    finish(): Slice | undefined {
      if (evaluatedStep === trainer.step) return undefined;
      return { steps: [], speed: speedometer.read(), ...evaluate() };
    },
  };
}

export type Run = ReturnType<typeof createRun>;
