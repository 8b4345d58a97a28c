import type { Dataset } from '#data/dataset.ts';
import type { TrainingConfig } from '../config.ts';
import type { SavedNetwork } from '../network/layersModel.ts';
import { Pace } from '../pace.ts';
import type { OpenPartner } from '../partner/partner.ts';
import { Schedule } from '../schedule.ts';
import { createSpeedometer } from '../speedometer.ts';
import { createTrainer, type Trainer } from '../trainer.ts';
import type { EvaluationPoint, Judged, Picture, Report, StepPoint } from './contract.ts';
import { HeldOutView } from './heldOutView.ts';
import { Judging } from './judging.ts';

/** Between steps the worker listens for messages about this often. */
const SLICE_MILLISECONDS = 16;
/** Numbers reach the page about this often: oftener nobody could read them. */
const REPORT_MILLISECONDS = 100;

/** A trainer with a schedule: it trains in slices, and reports what is due. */
export class PacedRun {
  readonly trainer: Trainer;
  readonly #schedule = new Schedule();
  readonly #pace = new Pace();
  readonly #view: HeldOutView;
  readonly #judging: Judging;
  readonly #speedometer: ReturnType<typeof createSpeedometer>;
  #untold: StepPoint[] = [];
  #toldAt = 0;

  constructor(
    config: TrainingConfig,
    data: Dataset,
    saved?: SavedNetwork,
    openPartner?: OpenPartner,
  ) {
    this.trainer = createTrainer(config, data, saved, { openPartner });
    const { trainer } = this;
    this.#view = new HeldOutView(trainer, { rows: data.heldOut.labels.length, dims: config.dims });
    this.#judging = new Judging({ config, data, trainer, schedule: this.#schedule });
    this.#speedometer = createSpeedometer(trainer.imagesPerStep);
  }

  /**
   * Trains for about a frame, in steps of which several may be taken in one go, and reports when that
   * is due. Rejects with a DivergedError when numbers blow up; `rest` then has the steps before.
   */
  async advance(wants: { picture: boolean; judgement: boolean }): Promise<Report | undefined> {
    const until = performance.now() + SLICE_MILLISECONDS;
    let evaluation: EvaluationPoint | undefined;
    // What there was before the first step is judged once there is time for it.
    if (wants.judgement && this.trainer.step === 0 && !this.#judging.isDone)
      await this.#judging.begin();
    do {
      await this.#stepOn();
      if (wants.judgement) evaluation = (await this.#judge()) ?? evaluation;
    } while (!evaluation && performance.now() < until);
    const picture = wants.picture && this.#schedule.affords('picture') && (await this.picture());
    if (evaluation || picture)
      return this.#report({ ...(evaluation && { evaluation }), ...picture });
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
    this.#speedometer.goOn();
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

  /** The picture of the untrained network, where it takes little. */
  async firstPicture(): Promise<Picture | undefined> {
    const embedding = await this.#view.wholeIfQuick();
    this.#schedule.comesInPieces = this.#view.comesInPieces;
    return embedding && this.#withVectors(embedding);
  }

  /** Where the held-out samples lie: all of them as of now, or a piece of them and the rest of before. */
  async picture(): Promise<Picture> {
    const started = performance.now();
    // The first one is part of getting ready.
    const { isFirst } = this.#view;
    const picture = await this.#withVectors(await this.#view.next());
    if (!isFirst) this.#spend('picture', started);
    return picture;
  }

  /** The embedding of now with its judgement, by all held-out samples. */
  async judge(): Promise<Judged> {
    const started = performance.now();
    const picture = await this.#withVectors(await this.#view.whole());
    const evaluation = this.#judging.judgeAll(picture.embedding);
    this.#spend('judgement', started);
    return { ...picture, evaluation };
  }

  /** The steps that no report has told. */
  rest(): Report | undefined {
    return this.#untold.length > 0 ? this.#report() : undefined;
  }

  /** No step follows for now. */
  pause(): void {
    this.#speedometer.pause();
  }

  /** What is due when the run stops here: the judgement of this very step, unless it is known. */
  async finish(): Promise<Report | undefined> {
    return this.#judging.isDone ? this.rest() : this.#report(await this.judge());
  }

  async #judge(): Promise<EvaluationPoint | undefined> {
    const started = performance.now();
    const told = await this.#judging.goOn();
    this.#speedometer.addEvaluation(performance.now() - started);
    return told;
  }

  async #withVectors(embedding: Float32Array): Promise<Picture> {
    const classVectors = await this.trainer.classVectors();
    return { embedding, ...(classVectors && { classVectors }) };
  }

  #spend(look: 'judgement' | 'picture', started: number): void {
    const milliseconds = performance.now() - started;
    this.#schedule.addLook(look, milliseconds);
    this.#schedule.comesInPieces = this.#view.comesInPieces;
    this.#speedometer.addEvaluation(milliseconds);
  }

  #report(seen: Partial<Judged> = {}): Report {
    const steps = this.#untold;
    const retrieval = this.#judging.takeRetrieval();
    this.#untold = [];
    this.#toldAt = performance.now();
    return { steps, speed: this.#speedometer.read(), ...seen, ...(retrieval && { retrieval }) };
  }
}
