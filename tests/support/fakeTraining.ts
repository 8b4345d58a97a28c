import type { TrainingClient } from '#training/service/client.ts';
import type {
  Failure,
  Opening,
  SessionEvent,
  Setup,
  StepPoint,
  TrainingSession,
} from '#training/service/contract.ts';
import { NO_TIME } from '#training/speedometer.ts';

/** Where every faked run begins. */
const OPENING = {
  backend: 'wasm',
  collapseLoss: 0.5,
  labels: Uint8Array.of(0, 1),
  images: new Uint8Array(2),
  embedding: new Float32Array(4),
  evaluation: { step: 0, recallAt1: 0, knnAccuracy: 0, spread: 1 },
} satisfies Opening;

const stepPoint = (step: number): StepPoint => ({ step, loss: 1, activeShare: 1 });

/** A run in the place of a worker's, which moves only when it is told to go on. */
class FakeSession implements TrainingSession {
  readonly #tell: (event: SessionEvent) => void;
  #step = 0;
  #left = 0;
  #finish: ((failure?: Failure) => void)[] = [];
  #failure: Failure | undefined;
  #isClosed = false;

  constructor(tell: (event: SessionEvent) => void) {
    this.#tell = tell;
  }

  /** Whether it would take a step if it were told to go on. */
  get isMoving(): boolean {
    return this.#left > 0 && !this.#isClosed;
  }

  /** Takes a step where it is to, and stops where it is not. */
  goOn(): void {
    if (this.isMoving) {
      this.#left--;
      this.#step++;
      const speed = { stepsPerSecond: 1, imagesPerSecond: 1, time: NO_TIME };
      this.#tell({ type: 'progress', steps: [stepPoint(this.#step)], speed });
    }
    if (!this.isMoving) this.#stop();
  }

  fail(failure: Failure): void {
    this.#left = 0;
    this.#failure = failure;
    this.#stop();
  }

  close(): void {
    this.#isClosed = true;
  }

  #stop(): void {
    for (const finish of this.#finish.splice(0)) finish(this.#failure);
  }

  #move(steps: number): Promise<Failure | undefined> {
    if (!this.#failure) this.#left = steps;
    if (steps === 0) return Promise.resolve(this.#failure);
    return new Promise((resolve) => this.#finish.push(resolve));
  }

  run = () => this.#move(Number.POSITIVE_INFINITY);
  step = (count: number) => this.#move(count);
  pause = () => {
    this.#left = 0;
  };
  change = async () => ({ step: this.#step, collapseLoss: 0.7 });
  embed = async () => undefined;
  judge = async () => ({
    embedding: new Float32Array(4),
    evaluation: { ...OPENING.evaluation, step: this.#step },
  });
  inspect = async () => undefined;
  weights = async () => ({ network: 'mlp', height: 1, width: 1, weights: [] });
  drawn = () => {};
}

/** A client whose worker does nothing by itself. */
export class FakeClient implements TrainingClient {
  session: FakeSession | undefined;
  /** What each run was to begin with. */
  readonly setups: Setup[] = [];
  /** What was to be got ready. */
  readonly prepared: Setup[] = [];
  #openers: (() => void)[] = [];
  #failure: Failure | undefined;

  /** Whether steps are being taken, or will be without further orders. */
  get isMoving(): boolean {
    return this.session?.isMoving ?? false;
  }

  get isOpening(): boolean {
    return this.#openers.length > 0;
  }

  /** Lets what is under way go on by a bit. */
  goOn(): void {
    const open = this.#openers.shift();
    if (open) open();
    else this.session?.goOn();
  }

  /** Lets it go wrong. */
  fail(failure: Failure): void {
    if (this.isOpening) {
      this.#failure = failure;
      this.goOn();
      this.#failure = undefined;
    } else this.session?.fail(failure);
  }

  open: TrainingClient['open'] = (setup, onEvent) =>
    new Promise((resolve) => {
      this.setups.push(setup);
      this.#openers.push(() => {
        if (this.#failure) return resolve(this.#failure);
        const session = new FakeSession(onEvent);
        this.session = session;
        onEvent({ type: 'opened', ...OPENING });
        resolve(session);
      });
    });
  prepare: TrainingClient['prepare'] = async (setup) => void this.prepared.push(setup);
  closeAll = () => {
    this.session?.close();
    this.session = undefined;
    for (const open of this.#openers.splice(0)) open();
    this.session = undefined;
  };
  measure = async () => ({ network: 'mlp' as const, milliseconds: {} });
  askFaces = () => Promise.reject(new Error('there are no faces here'));
  dispose = () => this.closeAll();
}
