/** What steps add to the time of an answer should be about a frame. */
const FRAME_MILLISECONDS = 16;
const MOST = 64;

/**
 * How many steps to ask for in one go. A graphics card's answer takes a while however few they are
 * (in some browsers as long as a hundred steps), so what counts is by how much twice as many take
 * longer.
 */
export class Pace {
  /** The milliseconds that so many steps took when they were last asked for. */
  readonly #took = new Map<number, number>();
  #steps = 1;
  /** The first answer waits for what is compiled, and says nothing. */
  #isFirst = true;

  get steps(): number {
    return this.#steps;
  }

  /** So many steps were taken in one go. Fewer than were asked for say nothing, either. */
  add(steps: number, milliseconds: number): void {
    const says = !this.#isFirst && steps === this.#steps;
    this.#isFirst = false;
    if (!says) return;
    this.#took.set(steps, milliseconds);
    const added = this.#added(steps);
    if (steps > 1 && added > 2 * FRAME_MILLISECONDS) this.#steps = steps / 2;
    else if (added < FRAME_MILLISECONDS / 2 && !this.#isTooMany(2 * steps)) this.#steps = 2 * steps;
  }

  /** By how much longer they took than half as many; of a single step nothing is known. */
  #added(steps: number): number {
    return steps === 1 ? 0 : this.#took.get(steps)! - this.#took.get(steps / 2)!;
  }

  #isTooMany(steps: number): boolean {
    return steps > MOST || (this.#took.has(steps) && this.#added(steps) > 2 * FRAME_MILLISECONDS);
  }
}
