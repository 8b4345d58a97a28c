import type { TrainingConfig } from '../config.ts';
import { reasonOf } from '../reasonOf.ts';
import type { Backend, BackendName, Hardware } from './backends.ts';
import { type Calibration, calibrate, quickestFirst } from './calibrate.ts';

type NetworkName = TrainingConfig['network'];

/** What computes: a backend of the reader's choice, or the one that trains this network fastest here. */
export interface ComputeWith {
  readonly choice: BackendName | 'fastest';
  /** What was measured on this device before; it is not measured again. */
  readonly known?: Calibration;
}

/** What choosing has to say. */
export type ProcessorEvent =
  /** Steps are tried on each backend in turn. */
  | { readonly type: 'calibrating' }
  | { readonly type: 'calibrated'; readonly calibration: Calibration }
  | { readonly type: 'preparing'; readonly backend: BackendName }
  /** A backend failed and the next one takes over; a run under way begins again at step 0. */
  | { readonly type: 'fallback'; readonly from: BackendName; readonly reason: string };

export type TellProcessor = (event: ProcessorEvent) => void;

/** A graphics processor is asked so often whether it is still there. */
const LOSS_MILLISECONDS = 200;

const TAKEN_AWAY = 'the graphics processor was taken away';

export const NO_BACKEND =
  'No way to compute is left in this browser: WebAssembly, WebGPU, WebGL and plain JavaScript failed';

/** The one place that chooses among the backends, starts them, and goes on with the next. */
export class Processor {
  readonly #all: readonly Backend[];
  #usable: readonly Backend[];
  #started: Backend | undefined;
  /** What there is of graphics processors: looking takes as long as many steps. */
  readonly #found = new Map<Backend, Promise<Hardware>>();
  /** What was measured in this worker. */
  #measured: Calibration | undefined;

  /** The backends come in the order of trying. */
  constructor(backends: readonly Backend[]) {
    this.#all = backends;
    this.#usable = backends;
  }

  /** The backend that computes now. */
  get current(): Backend | undefined {
    return this.#started;
  }

  /** The backends that can be used, the one to try first in front. Measures where that decides. */
  async inOrder(
    network: NetworkName,
    { choice, known }: ComputeWith,
    tell: TellProcessor,
  ): Promise<readonly Backend[]> {
    if (this.#usable.length === 0) this.#usable = this.#all;
    const usable = this.#usable;
    const measured = [known, this.#measured].find((each) => each?.network === network);
    if (choice !== 'fastest')
      return usable.toSorted((a, b) => Number(b.name === choice) - Number(a.name === choice));
    if (measured) return quickestFirst(usable, measured);
    const worthTrying = await this.#candidates((hardware) => hardware === 'graphics');
    // Where there is but one there is nothing to choose.
    if (worthTrying.length < 2) return usable;
    return quickestFirst(usable, await this.#measure(worthTrying, network, tell));
  }

  /**
   * Starts what a run would compute with, measuring where that decides. Rejects when it does not
   * start: a run tries it again, and goes on with the next.
   */
  async prepare(
    network: NetworkName,
    computeWith: ComputeWith,
    tell: TellProcessor,
  ): Promise<void> {
    const [first] = await this.inOrder(network, computeWith, tell);
    await this.use(first!, tell);
  }

  /** Makes a backend the current one. Rejects when it does not start. */
  async use(backend: Backend, tell: TellProcessor): Promise<void> {
    if (this.#started === backend) return;
    tell({ type: 'preparing', backend: backend.name });
    // One that fails leaves none behind.
    this.#started = undefined;
    await backend.start();
    this.#started = backend;
  }

  /** Starts the first backend that does, in the order of trying. Rejects with a sentence. */
  async useAny(): Promise<BackendName> {
    for (const backend of await this.inOrder('mlp', { choice: this.#all[0]!.name }, () => {})) {
      try {
        await this.use(backend, () => {});
        return backend.name;
      } catch (error) {
        this.giveUp(backend, error, () => {});
      }
    }
    throw new Error(`${NO_BACKEND}.`);
  }

  /** Leaves a backend out from now on. */
  giveUp(backend: Backend, error: unknown, tell: TellProcessor): void {
    this.#usable = this.#usable.filter((other) => other !== backend);
    if (this.#started === backend) this.#started = undefined;
    if (this.#usable.length > 0)
      tell({ type: 'fallback', from: backend.name, reason: reasonOf(error) });
  }

  /** Rejects once the current backend is lost: one that was taken away may never answer. */
  async unlessLost<T>(work: Promise<T>): Promise<T> {
    const backend = this.#started;
    let watch: ReturnType<typeof setInterval> | undefined;
    const lost = new Promise<never>((_, reject) => {
      if (!backend?.hardware) return;
      watch = setInterval(() => {
        if (backend.isLost()) reject(new Error(TAKEN_AWAY));
      }, LOSS_MILLISECONDS);
    });
    try {
      const done = await Promise.race([work, lost]);
      if (backend?.isLost()) throw new Error(TAKEN_AWAY);
      return done;
    } finally {
      clearInterval(watch);
    }
  }

  /** Tries some steps on every backend that there is, software in the place of hardware included. */
  async measure(network: NetworkName): Promise<Calibration> {
    this.#usable = this.#all;
    const candidates = await this.#candidates((hardware) => hardware !== 'none');
    return this.#measure(candidates, network, () => {});
  }

  /** What computed before is not current any more. */
  async #measure(
    candidates: readonly Backend[],
    network: NetworkName,
    tell: TellProcessor,
  ): Promise<Calibration> {
    tell({ type: 'calibrating' });
    this.#started = undefined;
    const calibration = await calibrate({ candidates, network });
    this.#measured = calibration;
    tell({ type: 'calibrated', calibration });
    return calibration;
  }

  /** Those that may be the fastest here: each has a processor of its own. */
  async #candidates(accepts: (hardware: Hardware) => boolean): Promise<Backend[]> {
    const found = await Promise.all(
      this.#usable.map(async (backend) => {
        const hardware = await this.#hardwareOf(backend);
        return hardware ? accepts(hardware) : backend.name === 'wasm';
      }),
    );
    return this.#usable.filter((_, index) => found[index]);
  }

  /** Looked for once; undefined where a backend computes on the main processor. */
  #hardwareOf(backend: Backend): Promise<Hardware> | undefined {
    const found = this.#found.get(backend) ?? backend.hardware?.();
    if (found) this.#found.set(backend, found);
    return found;
  }
}
