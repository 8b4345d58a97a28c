import type { Frozen } from '../trainer.ts';

/** Fewer would say little. Then every doubling is told, and all of them. */
const FIRST_SAMPLE = 250;
/** A look takes about a frame at most. */
const LOOK_MILLISECONDS = 16;
/** Fewer at a time would cost more in asking than in answering. */
const FEWEST_ROWS = 25;

/** An order of rows of which every beginning is a fair sample, however they are sorted. */
export function spreadOrder(rows: number): Int32Array {
  const isPrimeTo = (stride: number) => {
    let [a, b] = [stride, rows];
    while (b > 0) [a, b] = [b, a % b];
    return a === 1;
  };
  // The golden section leaves no two neighbours of a beginning close to one another.
  let stride = Math.max(1, Math.round(0.618 * rows));
  while (!isPrimeTo(stride)) stride++;
  return Int32Array.from({ length: rows }, (_, place) => (place * stride) % rows);
}

export const everyRow = (rows: number): Int32Array =>
  Int32Array.from({ length: rows }, (_, row) => row);

/** Some of the held-out samples, and where they lie, row-major. */
export interface Sample {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

interface SampleOptions {
  readonly step: number;
  readonly rows: number;
  readonly dims: number;
  /** The clock, in milliseconds. */
  readonly now?: () => number;
}

/**
 * The judgement of a network after `step` steps, which goes on while the steps do: a sample of the
 * held-out samples is embedded by the network as it was, and grows until it is all of them.
 */
export class SampledJudgement<Told> {
  readonly step: number;
  readonly #frozen: Frozen;
  readonly #judge: (sample: Sample) => Told;
  readonly #now: () => number;
  readonly #order: Int32Array;
  readonly #dims: number;
  readonly #values: Float32Array;
  #done = 0;
  /** So many are to be told of next. */
  #stage: number;
  #isTold = false;
  /** What the last piece has cost, and the last judgement; of none nothing is known. */
  #embedded = { rows: 0, milliseconds: 0 };
  #judged = { rows: 0, milliseconds: 0 };

  constructor(
    frozen: Frozen,
    judge: (sample: Sample) => Told,
    { step, rows, dims, now = () => performance.now() }: SampleOptions,
  ) {
    this.step = step;
    this.#frozen = frozen;
    this.#judge = judge;
    this.#now = now;
    this.#order = spreadOrder(rows);
    this.#dims = dims;
    this.#values = new Float32Array(rows * dims);
    this.#stage = Math.min(FIRST_SAMPLE, rows);
  }

  /** Whether something of it has been told. */
  get isTold(): boolean {
    return this.#isTold;
  }

  /** Whether all has been told. */
  get isOver(): boolean {
    return this.#stage > this.#order.length;
  }

  /** What has been embedded so far. */
  get sample(): Sample {
    const rows = this.#order.subarray(0, this.#done);
    return { rows, values: this.#values.subarray(0, this.#done * this.#dims) };
  }

  /** Goes on for so many milliseconds, as far as can be foretold; what there is to tell of it now. */
  async goOn(room: number): Promise<Told | undefined> {
    if (this.#done < this.#stage) {
      const rows = this.#rowsWithin(room);
      if (rows > 0) await this.#embed(rows);
      return undefined;
    }
    if (room <= 0 || this.#costOf(this.#done) > room) return undefined;
    return this.#tell();
  }

  /**
   * How many more can be embedded in the time; at first a few, to see. A few at least once there is the
   * time for them, however long that is: no network is too slow, and a piece that met a busy machine
   * says nothing of the next.
   */
  #rowsWithin(room: number): number {
    const { rows, milliseconds } = this.#embedded;
    const left = this.#stage - this.#done;
    const fewest = Math.min(FEWEST_ROWS, left);
    if (rows === 0) return room > 0 ? fewest : 0;
    const within = (time: number) => Math.floor((rows * time) / Math.max(milliseconds, 1e-3));
    if (within(room) < fewest) return 0;
    return Math.min(left, Math.max(fewest, within(Math.min(room, LOOK_MILLISECONDS))));
  }

  async #embed(count: number): Promise<void> {
    const started = this.#now();
    const rows = this.#order.subarray(this.#done, this.#done + count);
    this.#values.set(await this.#frozen.embed(rows), this.#done * this.#dims);
    this.#done += count;
    this.#embedded = { rows: count, milliseconds: this.#now() - started };
  }

  /** Each sample is held to every other one. */
  #costOf(rows: number): number {
    const { rows: judged, milliseconds } = this.#judged;
    return judged === 0 ? 0 : milliseconds * (rows / judged) ** 2;
  }

  #tell(): Told {
    const started = this.#now();
    const told = this.#judge(this.sample);
    this.#judged = { rows: this.#done, milliseconds: this.#now() - started };
    this.#isTold = true;
    this.#stage = this.#isWhole ? this.#done + 1 : Math.min(2 * this.#stage, this.#order.length);
    return told;
  }

  get #isWhole(): boolean {
    return this.#done === this.#order.length;
  }
}
