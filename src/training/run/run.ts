import { geometryOf } from '#metric/evaluation/geometry.ts';
import { createRetrievalPass, type RetrievalPass } from '#metric/evaluation/retrievalPass.ts';
import type { TrainingConfig } from '../config.ts';
import type { Dataset } from '../dataset.ts';
import type { SavedNetwork } from '../network/layersModel.ts';
import type { EvaluationPoint, RetrievalPoint, StepPoint } from '../service/messages.ts';
import { createSpeedometer, type Speed } from './speedometer.ts';
import { createTrainer } from '../trainer.ts';

/** Judging 2,000 digits costs as much as many steps, so once it has begun it happens once in so many. */
const EVALUATION_STEPS = 100;
const EARLY_EVALUATIONS: readonly number[] = [10, 25, 50];
/** On a slow device the reader should not wait for so many. */
const EVALUATION_MILLISECONDS = 2000;
/** Embedding the held-out digits for the picture may take this share of the time. */
const PICTURE_SHARE = 0.2;
/** The judgement that takes long may take this share of it, some queries at a time. */
const RETRIEVAL_SHARE = 0.1;
const QUERIES = 10;
/** Every fourth held-out sample asks, of all of them: with all asking, the answer would be old. */
const QUERY_STRIDE = 4;
/** Between steps the worker listens for messages about this often. */
const SLICE_MILLISECONDS = 16;
/** Numbers reach the page about this often: oftener nobody could read them. */
const REPORT_MILLISECONDS = 100;

/** What the page has not been told yet. */
export interface Report {
  readonly steps: readonly StepPoint[];
  readonly speed: Speed;
  readonly evaluation?: EvaluationPoint;
  readonly embedding?: Float32Array;
  readonly retrieval?: RetrievalPoint;
}

/** A run as the page watches it: training in slices, with reports when they are due. */
export function createRun(config: TrainingConfig, data: Dataset, saved?: SavedNetwork) {
  const trainer = createTrainer(config, data, saved);
  const speedometer = createSpeedometer(trainer.imagesPerStep);
  let untold: StepPoint[] = [];
  let toldAt = 0;
  let evaluatedStep = -1;
  let evaluatedAt = 0;
  let nextPictureAt = 0;
  /** The judgement that takes long, of the embedding after `step` steps, and what it has cost. */
  let pass: { readonly step: number; readonly retrieval: RetrievalPass } | undefined;
  let nextPassAt = 0;
  let found: RetrievalPoint | undefined;

  /** A few queries more, in a share of the time that steps leave. */
  function goOnRetrieving(): void {
    const started = performance.now();
    if (!pass || started < nextPassAt) return;
    const result = pass.retrieval.advance(QUERIES);
    const ended = performance.now();
    speedometer.addEvaluation(ended - started);
    nextPassAt = ended + (ended - started) / RETRIEVAL_SHARE;
    if (!result) return;
    found = { step: pass.step, ...result };
    pass = undefined;
  }

  async function picture(): Promise<{ embedding: Float32Array }> {
    const started = performance.now();
    const embedding = await trainer.embedHeldOut();
    const ended = performance.now();
    speedometer.addEvaluation(ended - started);
    // What lies there before the first step must not hold up the first movement.
    if (trainer.step > 0) nextPictureAt = ended + (ended - started) / PICTURE_SHARE;
    return { embedding };
  }

  /** The embedding of now with its judgement. */
  async function evaluate(): Promise<{ evaluation: EvaluationPoint; embedding: Float32Array }> {
    const { embedding } = await picture();
    const started = performance.now();
    evaluatedStep = trainer.step;
    const { labels } = data.heldOut;
    const embeddings = { values: embedding, rows: labels.length, dims: config.dims };
    const evaluation = {
      step: trainer.step,
      ...trainer.evaluate(embedding),
      geometry: geometryOf(embeddings, labels),
    };
    // One that is under way is finished first: it is of a step not long ago.
    pass ??= {
      step: trainer.step,
      retrieval: createRetrievalPass(
        { ...embeddings, values: embedding.slice() },
        labels,
        QUERY_STRIDE,
      ),
    };
    evaluatedAt = performance.now();
    speedometer.addEvaluation(evaluatedAt - started);
    return { evaluation, embedding };
  }

  function report(seen: Pick<Report, 'evaluation' | 'embedding'> = {}): Report {
    const steps = untold;
    untold = [];
    toldAt = performance.now();
    const retrieval = found;
    found = undefined;
    return { steps, speed: speedometer.read(), ...seen, ...(retrieval && { retrieval }) };
  }

  return {
    evaluate,
    weights: trainer.weights,
    reconfigure: trainer.reconfigure,
    step: () => trainer.step,
    embed: trainer.embed,
    inspectBatch: trainer.inspectBatch,
    dispose: trainer.dispose,

    /**
     * Trains for about a frame, or for one step, and reports when that is due. Rejects with a
     * DivergedError when numbers blow up; `rest` then has the steps before.
     */
    async advance(options: {
      single: boolean;
      wantsPicture: boolean;
    }): Promise<Report | undefined> {
      const until = performance.now() + SLICE_MILLISECONDS;
      let due = false;
      do {
        const { time, ...point } = await trainer.advance();
        const { step } = point;
        speedometer.add(time);
        untold.push(point);
        goOnRetrieving();
        due = step % EVALUATION_STEPS === 0 || EARLY_EVALUATIONS.includes(step);
      } while (!due && !options.single && performance.now() < until);
      const now = performance.now();
      if (due || now - evaluatedAt > EVALUATION_MILLISECONDS) return report(await evaluate());
      if (options.wantsPicture && now >= nextPictureAt) return report(await picture());
      return now - toldAt > REPORT_MILLISECONDS ? report() : undefined;
    },

    /** The steps that no report has told. */
    rest: (): Report | undefined => (untold.length > 0 ? report() : undefined),

    /** What is due when the run stops here: the judgement of this very step, unless it is known. */
    finish: async (): Promise<Report | undefined> =>
      evaluatedStep === trainer.step ? undefined : report(await evaluate()),
  };
}

export type Run = ReturnType<typeof createRun>;
