import type { Trainer } from '../trainer.ts';

/** A piece of a picture takes about a frame. */
const PIECE_MILLISECONDS = 16;
/** Fewer rows would not be seen to move. */
const FEWEST_ROWS = 50;
/** A picture of the untrained network is worth so much of the time to the first step. */
const LITTLE_MILLISECONDS = 50;

/** Where the held-out samples lie: all as of now, or a piece of them and the rest as of before. */
export class HeldOutView {
  readonly #trainer: Trainer;
  readonly #rows: number;
  readonly #dims: number;
  /** Where they lay when each was last looked at. */
  #seen: Float32Array | undefined;
  #nextRow = 0;
  /** So many are looked at in the time of a frame. */
  #rowsAtOnce: number;

  constructor(trainer: Trainer, { rows, dims }: { readonly rows: number; readonly dims: number }) {
    this.#trainer = trainer;
    this.#rows = rows;
    this.#dims = dims;
    this.#rowsAtOnce = rows;
  }

  /** Whether nothing has been looked at yet. */
  get isFirst(): boolean {
    return this.#seen === undefined;
  }

  get comesInPieces(): boolean {
    return this.#rowsAtOnce < this.#rows;
  }

  /** All of them as of now. */
  whole(): Promise<Float32Array> {
    return this.#look(0, this.#rows);
  }

  /** All of them, where a few say that this takes little. */
  async wholeIfQuick(): Promise<Float32Array | undefined> {
    const few = Math.min(FEWEST_ROWS, this.#rows);
    // The first time all is compiled.
    await this.#trainer.embedHeldOut(0, few);
    const started = performance.now();
    await this.#trainer.embedHeldOut(0, few);
    const milliseconds = performance.now() - started;
    this.#pace(few, milliseconds);
    const expected = (milliseconds * this.#rows) / few;
    return expected < LITTLE_MILLISECONDS ? this.whole() : undefined;
  }

  /** As many of them as of now as go into a frame; the first time all. */
  next(): Promise<Float32Array> {
    if (!this.#seen) return this.whole();
    const from = this.#nextRow;
    return this.#look(from, Math.min(this.#rowsAtOnce, this.#rows - from));
  }

  async #look(from: number, count: number): Promise<Float32Array> {
    const started = performance.now();
    const piece = await this.#trainer.embedHeldOut(from, count);
    this.#pace(count, performance.now() - started);
    const embedding = this.#seen?.slice() ?? new Float32Array(this.#rows * this.#dims);
    embedding.set(piece, from * this.#dims);
    this.#seen = embedding.slice();
    this.#nextRow = (from + count) % this.#rows;
    return embedding;
  }

  /** How much goes into a frame follows from what the last look has cost. */
  #pace(rows: number, milliseconds: number): void {
    const fitting = Math.floor((rows * PIECE_MILLISECONDS) / Math.max(milliseconds, 1e-3));
    this.#rowsAtOnce = Math.min(this.#rows, Math.max(FEWEST_ROWS, fitting));
  }
}
