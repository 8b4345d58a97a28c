import type { Dataset } from '#data/dataset.ts';
import { coordinateSpread } from '#metric/evaluation/coordinateSpread.ts';
import { geometryOf } from '#metric/evaluation/geometry.ts';
import { createRetrievalPass, type RetrievalPass } from '#metric/evaluation/retrievalPass.ts';
import type { TrainingConfig } from '../config.ts';
import type { Schedule } from '../schedule.ts';
import type { Trainer } from '../trainer.ts';
import type { EvaluationPoint, RetrievalPoint } from './contract.ts';
import { everyRow, type Sample, SampledJudgement } from './sampledJudgement.ts';

/** The judgement that takes long is worked out so many queries at a time. */
const QUERIES = 10;
/** Every fourth held-out sample asks, of all of them: with all asking, the answer would be old. */
const QUERY_STRIDE = 4;

interface JudgingOptions {
  readonly config: TrainingConfig;
  readonly data: Dataset;
  readonly trainer: Trainer;
  readonly schedule: Schedule;
}

/** Judges a run while it goes on, in the time that its schedule has for that. */
export class Judging {
  readonly #options: JudgingOptions;
  #sample: SampledJudgement<EvaluationPoint> | undefined;
  /** The judgement that takes long, of the embedding after `step` steps. */
  #pass: { readonly step: number; readonly retrieval: RetrievalPass } | undefined;
  #found: RetrievalPoint | undefined;
  #judgedStep = -1;
  /** Milliseconds that each has had since the judgement that takes long began. */
  #spent = { sample: 0, retrieval: 0 };

  constructor(options: JudgingOptions) {
    this.#options = options;
  }

  /** Whether the step that was taken last is judged, by all samples. */
  get isDone(): boolean {
    return this.#judgedStep === this.#options.trainer.step;
  }

  /** Begins to judge the network as it is. */
  async begin(): Promise<void> {
    const { config, data, trainer, schedule } = this.#options;
    const { step } = trainer;
    this.#sample = new SampledJudgement(
      await trainer.freeze(),
      (sample) => this.#judge(sample, step),
      { step, rows: data.heldOut.labels.length, dims: config.dims },
    );
    schedule.beginJudgement();
  }

  /**
   * Goes on with what is being judged, or begins with the network as it is where that is due; what
   * there is to tell now, of the samples so far.
   */
  async goOn(): Promise<EvaluationPoint | undefined> {
    const { schedule } = this.#options;
    if (this.#mayBegin) await this.#timed('sample', () => this.begin());
    if (this.#isRetrievalsTurn) {
      if (schedule.affords('retrieval'))
        await this.#timed('retrieval', async () => this.#goOnRetrieving());
      return undefined;
    }
    return this.#timed('sample', async () => {
      const told = await this.#sample?.goOn(schedule.room);
      if (this.#sample?.isOver) this.#end(this.#sample);
      return told;
    });
  }

  /** Judges all held-out samples at once: they lie as they are told to. */
  judgeAll(values: Float32Array): EvaluationPoint {
    const { trainer, data } = this.#options;
    this.#sample = undefined;
    const all = { rows: everyRow(data.heldOut.labels.length), values };
    const evaluation = this.#judge(all, trainer.step);
    this.#settle(all, trainer.step);
    return evaluation;
  }

  /** The judgement that takes long, once, when it has been worked out. */
  takeRetrieval(): RetrievalPoint | undefined {
    const found = this.#found;
    this.#found = undefined;
    return found;
  }

  /** Where both are under way each gets as much of the time: both ask for little, and always. */
  get #isRetrievalsTurn(): boolean {
    const { sample, retrieval } = this.#spent;
    return this.#pass !== undefined && (!this.#sample || retrieval <= sample);
  }

  async #timed<T>(look: 'sample' | 'retrieval', work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const result = await work();
    const milliseconds = performance.now() - started;
    this.#options.schedule.addLook(look, milliseconds);
    this.#spent[look] += milliseconds;
    return result;
  }

  /** What is being judged gives way, once told, when the run has come twice as far. */
  get #mayBegin(): boolean {
    const { schedule, trainer } = this.#options;
    if (!schedule.isJudgementWanted) return false;
    return !this.#sample || (this.#sample.isTold && trainer.step >= 2 * this.#sample.step);
  }

  #end(sample: SampledJudgement<EvaluationPoint>): void {
    this.#settle(sample.sample, sample.step);
    this.#sample = undefined;
  }

  /** All samples of a step are judged. */
  #settle(all: Sample, step: number): void {
    this.#judgedStep = step;
    // One that is under way is finished first: it is of a step not long ago.
    if (this.#pass) return;
    const retrieval = createRetrievalPass(this.#embeddings(all), this.#labelsOf(all), QUERY_STRIDE);
    this.#pass = { step, retrieval };
    this.#spent = { sample: 0, retrieval: 0 };
  }

  #judge(sample: Sample, step: number): EvaluationPoint {
    const { config, data, trainer } = this.#options;
    const embeddings = this.#embeddings(sample);
    const { length } = sample.rows;
    return {
      step,
      ...(length < data.heldOut.labels.length && { of: length }),
      ...trainer.evaluate(embeddings.values, sample.rows),
      geometry: geometryOf(embeddings, this.#labelsOf(sample)),
      ...(config.normalise && { coordinateStd: coordinateSpread(embeddings) }),
    };
  }

  /** A copy: what is judged later must not change meanwhile. */
  #embeddings({ rows, values }: Sample) {
    return { values: values.slice(), rows: rows.length, dims: this.#options.config.dims };
  }

  #labelsOf({ rows }: Sample): Int32Array {
    const { labels } = this.#options.data.heldOut;
    return rows.map((row) => labels[row]!);
  }

  /** A few queries more. */
  #goOnRetrieving(): void {
    const { step, retrieval } = this.#pass!;
    const result = retrieval.advance(QUERIES);
    if (!result) return;
    this.#found = { step, ...result };
    this.#pass = undefined;
  }
}
