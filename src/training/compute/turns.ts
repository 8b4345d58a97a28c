/**
 * Lets one piece of work at a time use the backend, in the order of asking: several runs may share a
 * worker, and two steps at once would mix up what TensorFlow.js is to tidy away.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does the work when all that was asked for before is over. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
