import type { Report, SessionEvent, Tell } from './contract.ts';

/** What a session tells the page; once it is closed, nothing any more. */
export class Reporter {
  readonly #tell: Tell;
  #told: Promise<unknown> = Promise.resolve();
  #wantsPicture = false;
  #isClosed = false;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Whether the page has drawn the last picture that it was told. */
  get wantsPicture(): boolean {
    return this.#wantsPicture;
  }

  /** Resolves when the page has taken in what it was told last. */
  get told(): Promise<unknown> {
    return this.#told;
  }

  drawn(): void {
    this.#wantsPicture = true;
  }

  post(event: SessionEvent, transfer: Transferable[] = []): void {
    if (!this.#isClosed) this.#told = this.#tell(event, transfer);
  }

  report(report: Report | undefined): void {
    if (!report) return;
    const { embedding } = report;
    if (embedding) this.#wantsPicture = false;
    this.post({ type: 'progress', ...report }, embedding ? [embedding.buffer] : []);
  }

  close(): void {
    this.#isClosed = true;
  }
}
