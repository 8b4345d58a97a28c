import type { Dataset } from '#data/dataset.ts';
import { collapseLoss } from '../collapseLoss.ts';
import type { TrainingConfig } from '../config.ts';
import { buffersOf, type InspectedBatch } from '../inspectedBatch.ts';
import type { SavedNetwork } from '../network/layersModel.ts';
import { reasonOf } from '../reasonOf.ts';
import type { Change, Failure, Judged, Refusal, Setup, Tell, TrainingSession } from './contract.ts';
import { OpenRun } from './openRun.ts';
import type { PacedRun } from './pacedRun.ts';
import { Reporter } from './reporter.ts';
import type { TrainingWorkshop } from './workshop.ts';

/** Names what of an answer is handed over instead of copied. */
export type HandOver = <T extends object>(answer: T, buffers: Transferable[]) => T;

/** What the page orders of one open run, and asks about it: see TrainingSession. */
export class Session implements TrainingSession {
  readonly #open: OpenRun;
  readonly #reporter: Reporter;
  readonly #handOver: HandOver;
  readonly #workshop: TrainingWorkshop;
  #wanted: 'run' | 'pause' = 'pause';
  /** Counts what was ordered: steps that are overtaken by another order are not taken. */
  #orders = 0;
  #running: Promise<Failure | undefined> | undefined;

  constructor(
    workshop: TrainingWorkshop,
    begun: { readonly setup: Setup; readonly data: Dataset },
    { tell, handOver }: { readonly tell: Tell; readonly handOver: HandOver },
  ) {
    this.#reporter = new Reporter(tell);
    this.#open = new OpenRun(workshop, begun, this.#reporter);
    this.#handOver = handOver;
    this.#workshop = workshop;
  }

  /** Begins at step 0 on the first backend that can, and tells how things stand. */
  begin(): Promise<Failure | undefined> {
    return this.#open.begin();
  }

  run(): Promise<Failure | undefined> {
    this.#order(this.#reporter.isClosed ? 'pause' : 'run');
    this.#running ??= this.#runOn().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async step(count: number): Promise<Failure | undefined> {
    const order = this.#order('pause');
    await this.#running;
    const early = await this.#open.use((run) => this.#judgeUntrained(run));
    if (early) return early;
    for (let taken = 0; taken < count && order === this.#orders; taken++) {
      const failure = await this.#open.use((run) => run.step());
      if (failure) return failure;
    }
    return this.#stop();
  }

  pause(): void {
    this.#order('pause');
  }

  async change(config: TrainingConfig): Promise<Change | Refusal> {
    let run: PacedRun | undefined;
    try {
      run = await this.#open.change(config);
    } catch (error) {
      return { refused: reasonOf(error) };
    }
    if (!run) return { refused: 'there is no run to go on with' };
    this.#reporter.report(run.rest());
    await this.#reporter.told;
    return { step: run.trainer.step, collapseLoss: collapseLoss(config) };
  }

  async embed(images?: Uint8Array): Promise<Float32Array | undefined> {
    const points = await this.#open.ask(({ trainer }) =>
      images ? trainer.embed(images) : trainer.embedHeldOut(),
    );
    return points && this.#handOver(points, [points.buffer]);
  }

  async judge(): Promise<Judged | undefined> {
    const judged = await this.#open.ask((run) => run.judge());
    return judged && this.#handOver(judged, [judged.embedding.buffer]);
  }

  async inspect(): Promise<InspectedBatch | undefined> {
    const batch = await this.#open.ask(({ trainer }) => trainer.inspectBatch());
    return batch && this.#handOver(batch, buffersOf(batch));
  }

  weights(): Promise<SavedNetwork | undefined> {
    return this.#open.ask(({ trainer }) => trainer.weights());
  }

  drawn(): void {
    this.#reporter.drawn();
  }

  /** Ends it; what is asked from then on is answered with nothing. */
  close(): void {
    this.#reporter.close();
    this.#order('pause');
    void this.#open.close();
  }

  #order(wanted: 'run' | 'pause'): number {
    this.#wanted = wanted;
    this.#orders++;
    return this.#orders;
  }

  async #runOn(): Promise<Failure | undefined> {
    let failure: Failure | undefined;
    while (this.#isWanted() && !failure) {
      failure = await this.#open.use((run) => this.#slice(run));
      await this.#workshop.yieldToMessages();
      // It may be ordered to go on while its last step is judged.
      if (!this.#isWanted()) failure ??= await this.#stop();
    }
    return failure;
  }

  #isWanted(): boolean {
    return this.#wanted === 'run' && !this.#reporter.isClosed;
  }

  #isJudged(): boolean {
    return this.#open.setup.judging === 'scheduled';
  }

  /** Whoever goes step by step compares the first with what there was before. */
  async #judgeUntrained(run: PacedRun): Promise<void> {
    if (run.trainer.step === 0 && this.#isJudged()) this.#reporter.report(await run.finish());
  }

  async #slice(run: PacedRun): Promise<void> {
    const wants = { picture: this.#reporter.wantsPicture, judgement: this.#isJudged() };
    this.#reporter.report(await run.advance(wants));
  }

  /** Tells what is not told yet, the judgement of the last step included where there is to be one. */
  async #stop(): Promise<Failure | undefined> {
    const failure = await this.#open.use(async (run) => {
      this.#reporter.report(this.#isJudged() ? await run.finish() : run.rest());
      run.pause();
    });
    await this.#reporter.told;
    return failure;
  }
}
