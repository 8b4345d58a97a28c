import type { Dataset } from '#data/dataset.ts';
import { collapseLoss } from '../collapse.ts';
import type { Backend } from '../compute/backends.ts';
import { NO_BACKEND, type Processor } from '../compute/processor.ts';
import type { Turns } from '../compute/turns.ts';
import type { TrainingConfig } from '../config.ts';
import { buffersOf, type InspectedBatch } from '../inspectedBatch.ts';
import type { SavedNetwork } from '../network/layersModel.ts';
import { DivergedError } from '../step.ts';
import type {
  Change,
  Failure,
  Judged,
  Refusal,
  Report,
  SessionEvent,
  Setup,
  Tell,
  TrainingSession,
} from './contract.ts';
import { PacedRun } from './pacedRun.ts';

/** What the runs of a worker share. */
export interface Workshop {
  readonly processor: Processor;
  readonly turns: Turns;
  /** Resolves when waiting messages have been taken in. */
  yieldToMessages(): Promise<void>;
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : `${error}`);

/** Names what of an answer is handed over instead of copied. */
export type HandOver = <T extends object>(answer: T, buffers: Transferable[]) => T;

/** One open run: see TrainingSession. What a backend cannot do any more, the next one begins again. */
export class Session implements TrainingSession {
  readonly #workshop: Workshop;
  readonly #data: Dataset;
  readonly #tell: Tell;
  readonly #handOver: HandOver;
  #setup: Setup;
  #current: { readonly run: PacedRun; readonly backend: Backend } | undefined;
  #wanted: 'run' | 'pause' = 'pause';
  /** Counts what was ordered: steps that are overtaken by another order are not taken. */
  #orders = 0;
  #running: Promise<Failure | undefined> | undefined;
  #wantsPicture = false;
  #isClosed = false;
  /** Why it cannot go on. */
  #failure: Failure | undefined;
  #told: Promise<unknown> = Promise.resolve();

  constructor(
    workshop: Workshop,
    { setup, data }: { readonly setup: Setup; readonly data: Dataset },
    { tell, handOver }: { readonly tell: Tell; readonly handOver: HandOver },
  ) {
    this.#workshop = workshop;
    this.#setup = setup;
    this.#data = data;
    this.#tell = tell;
    this.#handOver = handOver;
  }

  /** Begins at step 0 on the first backend that can, and tells how things stand. */
  begin(): Promise<Failure | undefined> {
    return this.#workshop.turns.take(() => this.#begin());
  }

  run(): Promise<Failure | undefined> {
    this.#order(this.#isClosed ? 'pause' : 'run');
    this.#running ??= this.#runOn().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async step(count: number): Promise<Failure | undefined> {
    const order = this.#order('pause');
    await this.#running;
    for (let taken = 0; taken < count && order === this.#orders; taken++) {
      const failure = await this.#withRun((run) => run.step());
      if (failure) return failure;
    }
    return this.#stop();
  }

  pause(): void {
    this.#order('pause');
  }

  async change(config: TrainingConfig): Promise<Change | Refusal> {
    const { run } = this.#current ?? {};
    if (!run) return { refused: 'there is no run to go on with' };
    try {
      await this.#workshop.turns.take(async () => run.trainer.reconfigure(config));
    } catch (error) {
      return { refused: sentence(error) };
    }
    // Should the backend be lost, the run begins again under the settings that it has now.
    this.#setup = { ...this.#setup, config };
    this.#report(run.rest());
    await this.#told;
    return { step: run.trainer.step, collapseLoss: collapseLoss(config) };
  }

  async embed(images?: Uint8Array): Promise<Float32Array | undefined> {
    const points = await this.#ask(({ trainer }) =>
      images ? trainer.embed(images) : trainer.embedHeldOut(),
    );
    return points && this.#handOver(points, [points.buffer]);
  }

  async judge(): Promise<Judged | undefined> {
    const judged = await this.#ask((run) => run.judge());
    return judged && this.#handOver(judged, [judged.embedding.buffer]);
  }

  async inspect(): Promise<InspectedBatch | undefined> {
    const batch = await this.#ask(({ trainer }) => trainer.inspectBatch());
    return batch && this.#handOver(batch, buffersOf(batch));
  }

  weights(): Promise<SavedNetwork | undefined> {
    return this.#ask(({ trainer }) => trainer.weights());
  }

  drawn(): void {
    this.#wantsPicture = true;
  }

  /** Ends it; what is asked from then on is answered with nothing. */
  close(): void {
    this.#isClosed = true;
    this.#order('pause');
    void this.#workshop.turns.take(async () => this.#drop());
  }

  #order(wanted: 'run' | 'pause'): number {
    this.#wanted = wanted;
    this.#orders++;
    return this.#orders;
  }

  async #begin(): Promise<Failure | undefined> {
    const { processor } = this.#workshop;
    const { config, computeWith, saved } = this.#setup;
    const tell = (event: SessionEvent) => this.#post(event);
    if (this.#isClosed) return undefined;
    let last: unknown;
    for (const backend of await processor.inOrder(config.network, computeWith, tell)) {
      if (this.#isClosed) return undefined;
      try {
        await processor.use(backend, tell);
        const run = new PacedRun(config, this.#data, saved);
        this.#current = { run, backend };
        await this.#tellOpening(backend, await processor.unlessLost(run.judge()));
        return undefined;
      } catch (error) {
        // What an earlier run ran into as it was taken away is of no concern.
        if (this.#isClosed) return undefined;
        this.#drop();
        processor.giveUp(backend, error, tell);
        last = error;
      }
    }
    this.#failure = { kind: 'backend', reason: `${NO_BACKEND} (${sentence(last)})` };
    return this.#failure;
  }

  async #tellOpening(backend: Backend, { embedding, evaluation }: Judged): Promise<void> {
    const labels = this.#data.heldOut.labels.slice();
    const images = this.#data.heldOut.images.slice();
    // The page may have drawn this one before it can say so.
    this.#wantsPicture = true;
    this.#post(
      {
        type: 'opened',
        backend: backend.name,
        ...(backend.acceleration && { acceleration: backend.acceleration }),
        collapseLoss: collapseLoss(this.#setup.config),
        labels,
        images,
        embedding,
        evaluation,
      },
      [labels.buffer, images.buffer, embedding.buffer],
    );
    await this.#told;
  }

  async #runOn(): Promise<Failure | undefined> {
    let failure: Failure | undefined;
    while (this.#isWanted() && !failure) {
      failure = await this.#withRun((run) => this.#slice(run));
      await this.#workshop.yieldToMessages();
      // It may be ordered to go on while its last step is judged.
      if (!this.#isWanted()) failure ??= await this.#stop();
    }
    return failure;
  }

  #isWanted(): boolean {
    return this.#wanted === 'run' && !this.#isClosed;
  }

  async #slice(run: PacedRun): Promise<void> {
    this.#report(
      await run.advance({
        picture: this.#wantsPicture,
        judgement: this.#setup.judging === 'scheduled',
      }),
    );
  }

  /** Tells what is not told yet, the judgement of the last step included where there is to be one. */
  async #stop(): Promise<Failure | undefined> {
    const failure = await this.#withRun(async (run) => {
      this.#report(this.#setup.judging === 'scheduled' ? await run.finish() : run.rest());
    });
    await this.#told;
    return failure;
  }

  /** Does something with the run; when its backend fails, again with the one that follows it. */
  async #withRun(work: (run: PacedRun) => Promise<void>): Promise<Failure | undefined> {
    const { processor, turns } = this.#workshop;
    return turns.take(async () => {
      while (this.#current && !this.#isClosed) {
        const { run, backend } = this.#current;
        try {
          await processor.unlessLost(work(run));
          return undefined;
        } catch (error) {
          await this.#recover(run, backend, error);
        }
      }
      return this.#failure;
    });
  }

  async #recover(run: PacedRun, backend: Backend, error: unknown): Promise<void> {
    if (this.#isClosed) return;
    this.#report(run.rest());
    this.#drop();
    if (error instanceof DivergedError) {
      await this.#told;
      this.#failure = { kind: 'diverged', reason: sentence(error) };
      return;
    }
    this.#workshop.processor.giveUp(backend, error, (event) => this.#post(event));
    await this.#begin();
  }

  /** An answer from the network: undefined where there is none, or none that still answers. */
  #ask<T>(question: (run: PacedRun) => Promise<T>): Promise<T | undefined> {
    const { processor, turns } = this.#workshop;
    return turns.take(async () => {
      if (!this.#current) return undefined;
      return processor.unlessLost(question(this.#current.run)).catch(() => undefined);
    });
  }

  #report(report: Report | undefined): void {
    if (!report) return;
    const { embedding } = report;
    if (embedding) this.#wantsPicture = false;
    this.#post({ type: 'progress', ...report }, embedding ? [embedding.buffer] : []);
  }

  #post(event: SessionEvent, transfer: Transferable[] = []): void {
    if (!this.#isClosed) this.#told = this.#tell(event, transfer);
  }

  #drop(): void {
    const dropped = this.#current;
    this.#current = undefined;
    try {
      dropped?.run.trainer.dispose();
    } catch {
      // A backend that has failed holds nothing that could still be freed.
    }
  }
}
