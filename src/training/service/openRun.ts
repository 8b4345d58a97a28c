import type { Dataset } from '#data/dataset.ts';
import { collapseLoss } from '../collapseLoss.ts';
import type { Backend } from '../compute/backends.ts';
import { NO_BACKEND } from '../compute/processor.ts';
import type { TrainingConfig } from '../config.ts';
import { reasonOf } from '../reasonOf.ts';
import { DivergedError } from '../step.ts';
import type { Failure, Judged, Picture, SessionEvent, Setup } from './contract.ts';
import { PacedRun } from './pacedRun.ts';
import type { Reporter } from './reporter.ts';
import type { Begun } from './spareRun.ts';
import type { TrainingWorkshop } from './workshop.ts';

/** What makes steps quick here, where there is anything to tell of it. */
function accelerationOf({ acceleration }: Backend, { trainer: { workers } }: PacedRun) {
  if (!acceleration?.kernels || workers === 1) return acceleration && { acceleration };
  return { acceleration: { ...acceleration, workers } };
}

/** A run on the first backend that can. What a backend cannot do any more, the next one begins again. */
export class OpenRun {
  readonly #workshop: TrainingWorkshop;
  readonly #data: Dataset;
  readonly #reporter: Reporter;
  #setup: Setup;
  #current: { readonly run: PacedRun; readonly backend: Backend } | undefined;
  /** Why it cannot go on. */
  #failure: Failure | undefined;

  constructor(
    workshop: TrainingWorkshop,
    { setup, data }: { readonly setup: Setup; readonly data: Dataset },
    reporter: Reporter,
  ) {
    this.#workshop = workshop;
    this.#setup = setup;
    this.#data = data;
    this.#reporter = reporter;
  }

  get setup(): Setup {
    return this.#setup;
  }

  /** Begins at step 0 on the first backend that can, and tells how things stand. */
  begin(): Promise<Failure | undefined> {
    return this.#workshop.turns.take(() => this.#begin());
  }

  /** Does something with the run; when its backend fails, again with the one that follows it. */
  use(work: (run: PacedRun) => Promise<void>): Promise<Failure | undefined> {
    const { processor, turns } = this.#workshop;
    return turns.take(async () => {
      while (this.#current && !this.#reporter.isClosed) {
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

  /** An answer from the network: undefined where there is none, or none that still answers. */
  ask<T>(question: (run: PacedRun) => Promise<T>): Promise<T | undefined> {
    const { processor, turns } = this.#workshop;
    return turns.take(async () => {
      if (!this.#current) return undefined;
      return processor.unlessLost(question(this.#current.run)).catch(() => undefined);
    });
  }

  /** Goes on under other settings: undefined where there is no run. Throws where it cannot. */
  async change(config: TrainingConfig): Promise<PacedRun | undefined> {
    const { run } = this.#current ?? {};
    if (!run) return undefined;
    await this.#workshop.turns.take(async () => run.trainer.reconfigure(config));
    // Should the backend be lost, the run begins again under the settings that it has now.
    this.#setup = { ...this.#setup, config };
    return run;
  }

  close(): Promise<void> {
    return this.#workshop.turns.take(async () => this.#drop());
  }

  async #begin(): Promise<Failure | undefined> {
    const { processor } = this.#workshop;
    const { config, computeWith, saved } = this.#setup;
    const tell = (event: SessionEvent) => this.#reporter.post(event);
    if (this.#reporter.isClosed) return undefined;
    let last: unknown;
    for (const backend of await processor.inOrder(config.network, computeWith, tell)) {
      if (this.#reporter.isClosed) return undefined;
      try {
        await processor.use(backend, tell);
        const spare = saved ? undefined : this.#takeSpare(backend);
        const run =
          spare?.run ?? new PacedRun(config, this.#data, saved, this.#workshop.openPartner);
        this.#current = { run, backend };
        const seen = spare ? spare.picture : await processor.unlessLost(this.#firstSight(run));
        await this.#tellOpening(this.#current, seen);
        return undefined;
      } catch (error) {
        // What an earlier run ran into as it was taken away is of no concern.
        if (this.#reporter.isClosed) return undefined;
        this.#drop();
        processor.giveUp(backend, error, tell);
        last = error;
      }
    }
    this.#failure = { kind: 'backend', reason: `${NO_BACKEND} (${reasonOf(last)})` };
    return this.#failure;
  }

  /** The run that was begun beforehand, where this is it. */
  #takeSpare(backend: Backend): Begun | undefined {
    const { config, judging } = this.#setup;
    if (judging === 'on-demand') return undefined;
    return this.#workshop.spare.take({ config, data: this.#data, backend });
  }

  /** What is judged as it goes on need not be judged before its first step. */
  #firstSight(run: PacedRun): Promise<Judged | Picture | undefined> {
    return this.#setup.judging === 'on-demand' ? run.judge() : run.firstPicture();
  }

  async #tellOpening(
    { run, backend }: { readonly run: PacedRun; readonly backend: Backend },
    seen: Judged | Picture | undefined,
  ): Promise<void> {
    const labels = this.#data.heldOut.labels.slice();
    const images = this.#data.heldOut.images.slice();
    // The page may have drawn this one before it can say so.
    this.#reporter.drawn();
    this.#reporter.post(
      {
        type: 'opened',
        backend: backend.name,
        ...accelerationOf(backend, run),
        collapseLoss: collapseLoss(this.#setup.config),
        labels,
        images,
        ...seen,
      },
      [labels.buffer, images.buffer, ...(seen ? [seen.embedding.buffer] : [])],
    );
    await this.#reporter.told;
  }

  async #recover(run: PacedRun, backend: Backend, error: unknown): Promise<void> {
    if (this.#reporter.isClosed) return;
    this.#reporter.report(run.rest());
    this.#drop();
    if (error instanceof DivergedError) {
      await this.#reporter.told;
      this.#failure = { kind: 'diverged', reason: reasonOf(error) };
      return;
    }
    this.#workshop.processor.giveUp(backend, error, (event) => this.#reporter.post(event));
    await this.#begin();
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
