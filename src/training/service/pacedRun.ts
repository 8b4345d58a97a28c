import type { Dataset } from '#data/dataset.ts';
import { coordinateSpread } from '#metric/evaluation/coordinateSpread.ts';
import { geometryOf } from '#metric/evaluation/geometry.ts';
import { createRetrievalPass, type RetrievalPass } from '#metric/evaluation/retrievalPass.ts';
import type { TrainingConfig } from '../config.ts';
import type { SavedNetwork } from '../network/layersModel.ts';
import type { Partner } from '../partner/partner.ts';
import { Pace } from '../pace.ts';
import { Schedule } from '../schedule.ts';
import { createSpeedometer } from '../speedometer.ts';
import { createTrainer, type Trainer } from '../trainer.ts';
import type { Judged, Picture, Report, RetrievalPoint, StepPoint } from './contract.ts';

/** The judgement that takes long is worked out so many queries at a time. */
const QUERIES = 10;
/** Every fourth held-out sample asks, of all of them: with all asking, the answer would be old. */
const QUERY_STRIDE = 4;
/** Between steps the worker listens for messages about this often. */
const SLICE_MILLISECONDS = 16;
/** Of a picture that comes in pieces: fewer would not be seen to move. */
const FEWEST_ROWS = 50;
/** Numbers reach the page about this often: oftener nobody could read them. */
const REPORT_MILLISECONDS = 100;

/** A trainer with a schedule: it trains in slices, and reports what is due. */
export class PacedRun {
  readonly trainer: Trainer;
  readonly #config: TrainingConfig;
  readonly #data: Dataset;
  readonly #schedule = new Schedule();
  readonly #pace = new Pace();
  readonly #speedometer: ReturnType<typeof createSpeedometer>;
  #untold: StepPoint[] = [];
  #toldAt = 0;
  #judgedStep = -1;
  /** Where the held-out samples lay when each was last looked at. */
  #seen: Float32Array | undefined;
  /** So many rows are looked at in the time of a frame, from this one on. */
  #rowsAtOnce = 0;
  #nextRow = 0;
  /** The judgement that takes long, of the embedding after `step` steps. */
  #pass: { readonly step: number; readonly retrieval: RetrievalPass } | undefined;
  #found: RetrievalPoint | undefined;

  constructor(
    config: TrainingConfig,
    data: Dataset,
    saved?: SavedNetwork,
    openPartner?: () => Partner | undefined,
  ) {
    this.trainer = createTrainer(config, data, saved, { openPartner });
    this.#config = config;
    this.#data = data;
    this.#speedometer = createSpeedometer(this.trainer.imagesPerStep);
  }

  /**
   * Trains for about a frame, in steps of which several may be taken in one go, and reports when that
   * is due. Rejects with a DivergedError when numbers blow up; `rest` then has the steps before.
   */
  async advance(wants: { picture: boolean; judgement: boolean }): Promise<Report | undefined> {
    const until = performance.now() + SLICE_MILLISECONDS;
    const isDue = () => wants.judgement && this.#schedule.isJudgementDue;
    do {
      await this.#stepOn();
      if (wants.judgement) this.#goOnRetrieving();
    } while (!isDue() && performance.now() < until);
    if (isDue()) return this.#report(await this.judge());
    if (wants.picture && this.#schedule.affords('picture'))
      return this.#report(await this.picture());
    return performance.now() - this.#toldAt > REPORT_MILLISECONDS ? this.#report() : undefined;
  }

  /** One step, which the next report tells. */
  step(): Promise<void> {
    return this.#take(1);
  }

  /** As many steps as are taken in one go without passing one after which the run is to be judged. */
  #stepOn(): Promise<void> {
    const toMilestone = this.#schedule.stepsToMilestone(this.trainer.step);
    return this.#take(Math.min(this.#pace.steps, toMilestone));
  }

  async #take(most: number): Promise<void> {
    const started = performance.now();
    const results = await this.trainer.advanceBy(most);
    const milliseconds = performance.now() - started;
    this.#pace.add(results.length, milliseconds);
    for (const { time, ...point } of results) {
      this.#speedometer.add(time);
      this.#schedule.addStep(point.step, milliseconds / results.length);
      this.#untold.push(point);
    }
  }

  /** Where the held-out samples lie: all of them as of now, or a piece of them and the rest of before. */
  async picture(): Promise<Picture> {
    const started = performance.now();
    const rows = this.#data.heldOut.labels.length;
    const from = this.#seen ? this.#nextRow : 0;
    const count = this.#seen ? Math.min(this.#rowsAtOnce, rows - from) : rows;
    const piece = await this.trainer.embedHeldOut(from, count);
    const embedding = count === rows ? piece : this.#seen!.slice();
    embedding.set(piece, from * this.#config.dims);
    const picture = await this.#withVectors(embedding);
    this.#seen = embedding.slice();
    this.#nextRow = (from + count) % rows;
    this.#spend('picture', started);
    return picture;
  }

  /** The embedding of now with its judgement. */
  async judge(): Promise<Judged> {
    const started = performance.now();
    const embedding = await this.trainer.embedHeldOut();
    this.#see(embedding, performance.now() - started);
    const { step } = this.trainer;
    const { labels } = this.#data.heldOut;
    const embeddings = { values: embedding, rows: labels.length, dims: this.#config.dims };
    const judgement = this.trainer.evaluate(embedding);
    const evaluation = {
      step,
      ...judgement,
      geometry: geometryOf(embeddings, labels),
      ...(this.#config.normalise && { coordinateStd: coordinateSpread(embeddings) }),
    };
    // One that is under way is finished first: it is of a step not long ago.
    this.#pass ??= {
      step,
      retrieval: createRetrievalPass(
        { ...embeddings, values: embedding.slice() },
        labels,
        QUERY_STRIDE,
      ),
    };
    this.#judgedStep = step;
    const picture = await this.#withVectors(embedding);
    this.#spend('judgement', started);
    return { ...picture, evaluation };
  }

  /** The steps that no report has told. */
  rest(): Report | undefined {
    return this.#untold.length > 0 ? this.#report() : undefined;
  }

  /** What is due when the run stops here: the judgement of this very step, unless it is known. */
  async finish(): Promise<Report | undefined> {
    return this.#judgedStep === this.trainer.step ? this.rest() : this.#report(await this.judge());
  }

  async #withVectors(embedding: Float32Array): Promise<Picture> {
    const classVectors = await this.trainer.classVectors();
    return { embedding, ...(classVectors && { classVectors }) };
  }

  /** How much of a picture goes into a frame follows from what the whole has cost. */
  #see(embedding: Float32Array, milliseconds: number): void {
    const rows = this.#data.heldOut.labels.length;
    const fitting = Math.floor((rows * SLICE_MILLISECONDS) / Math.max(milliseconds, 1e-3));
    this.#seen = embedding.slice();
    this.#nextRow = 0;
    this.#rowsAtOnce = Math.min(rows, Math.max(FEWEST_ROWS, fitting));
    this.#schedule.comesInPieces = this.#rowsAtOnce < rows;
  }

  #spend(look: 'judgement' | 'picture' | 'retrieval', started: number): void {
    const milliseconds = performance.now() - started;
    this.#schedule.addLook(look, milliseconds);
    this.#speedometer.addEvaluation(milliseconds);
  }

  /** A few queries more, where there is time for them. */
  #goOnRetrieving(): void {
    if (!this.#pass || !this.#schedule.affords('retrieval')) return;
    const started = performance.now();
    const { step, retrieval } = this.#pass;
    const result = retrieval.advance(QUERIES);
    if (result) {
      this.#found = { step, ...result };
      this.#pass = undefined;
    }
    this.#spend('retrieval', started);
  }

  #report(seen: Partial<Judged> = {}): Report {
    const steps = this.#untold;
    const retrieval = this.#found;
    this.#untold = [];
    this.#found = undefined;
    this.#toldAt = performance.now();
    return { steps, speed: this.#speedometer.read(), ...seen, ...(retrieval && { retrieval }) };
  }
}
