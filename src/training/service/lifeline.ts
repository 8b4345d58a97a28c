import { type Remote, wrap } from 'comlink';
import type { Failure } from './contract.ts';
import type { Offered } from './worker.ts';

/** How often a worker that owes an answer is asked whether it lives, and how many it may miss. */
const PING_MILLISECONDS = 1000;
const MISSED_ANSWERS = 10;

/** A worker, and the knowledge of whether it still lives: whoever waits for it is told when not. */
export class Lifeline {
  readonly remote: Remote<Offered>;
  isBroken = false;
  readonly #worker: Worker;
  readonly #lost: Promise<Failure>;
  #tellLost: (failure: Failure) => void = () => {};
  #waiting = 0;
  #missed = 0;
  #watch: ReturnType<typeof setInterval> | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.remote = wrap<Offered>(worker);
    this.#lost = new Promise((resolve) => {
      this.#tellLost = resolve;
    });
    worker.onerror = ({ message }) =>
      this.#lose(`The training worker broke down${message ? ` (${message})` : ''}`);
  }

  /** The answer, or a failure once the worker is dead. */
  outlive<T>(answer: Promise<T>): Promise<T | Failure> {
    return Promise.race([answer, this.#lost]);
  }

  /** The same of a worker that listens while it works: one that does not is taken for dead. */
  async hold<T>(answer: Promise<T>): Promise<T | Failure> {
    this.#waiting++;
    this.#watch ??= setInterval(() => this.#ping(), PING_MILLISECONDS);
    try {
      return await this.outlive(answer);
    } finally {
      this.#waiting--;
      if (this.#waiting === 0) this.#stopWatching();
    }
  }

  /** Ends the worker; whoever waits for it is answered with a failure. */
  cut(): void {
    this.#lose('The training worker was ended');
  }

  #ping(): void {
    this.#missed++;
    if (this.#missed > MISSED_ANSWERS) this.#lose('The training worker has stopped answering');
    else
      void this.remote.ping().then(() => {
        this.#missed = 0;
      });
  }

  #lose(reason: string): void {
    if (this.isBroken) return;
    this.isBroken = true;
    this.#stopWatching();
    this.#worker.terminate();
    this.#tellLost({ kind: 'worker', reason });
  }

  #stopWatching(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
    this.#missed = 0;
  }
}
