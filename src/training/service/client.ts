import type { TrainingConfig } from '../config.ts';
import type { Dataset } from '../dataset.ts';
import type { SavedNetwork } from '../network/layersModel.ts';
import type { ComputeWith, Reply, Request } from './messages.ts';

/** How often a busy worker is asked whether it lives, and how many answers it may miss. */
const PING_MILLISECONDS = 1000;
const MISSED_ANSWERS = 10;

export interface TrainingClient {
  /**
   * Begins a new run at step 0, in a new worker if there is none; with a saved network, from what that
   * one has learned.
   */
  start(config: TrainingConfig, computeWith: ComputeWith, saved?: SavedNetwork): void;
  /** Measures what trains a network fastest here; `calibrated` follows. A run that goes on is ended. */
  calibrate(network: TrainingConfig['network']): void;
  /**
   * From the next start on trains on the data that `make` makes, or on the digits again. What it makes
   * is handed over to the worker, and made anew for another one.
   */
  useData(make: (() => Dataset) | undefined): void;
  /** Goes on with the run under other settings; `changed` or `refused` follows. */
  change(config: TrainingConfig): void;
  run(): void;
  pause(): void;
  step(): void;
  /** The last embedding is on the screen. */
  drawn(): void;
  /** Asks for the weights; they come as a reply. */
  weights(): void;
  /** Asks where images would lie; the points come as a reply. */
  embed(images: Uint8Array): void;
  /** Asks for the batch of the last step; it comes as a reply. */
  inspect(): void;
  /** Ends the worker and with it everything under way. */
  dispose(): void;
}

interface ClientOptions {
  readonly digitsUrl: string;
  readonly onReply: (reply: Reply) => void;
}

const buffersOf = ({ training, heldOut }: Dataset): Transferable[] =>
  [training.images, training.labels, heldOut.images, heldOut.labels].map(
    ({ buffer }) => buffer as ArrayBuffer,
  );

/** The page's side of the conversation with the worker. A worker that dies is told as a failure. */
export function createTrainingClient({ digitsUrl, onReply }: ClientOptions): TrainingClient {
  let worker: Worker | undefined;
  let watch: ReturnType<typeof setInterval> | undefined;
  let missed = 0;
  let makeData: (() => Dataset) | undefined;
  let isDataThere = false;

  const send = (request: Request, transfer: Transferable[] = []) =>
    worker?.postMessage(request, transfer);

  function dispose(): void {
    clearInterval(watch);
    worker?.terminate();
    worker = undefined;
    isDataThere = false;
  }

  function lose(reason: string): void {
    dispose();
    onReply({ type: 'failed', kind: 'worker', reason });
  }

  function expectLife(): void {
    clearInterval(watch);
    missed = 0;
    watch = setInterval(() => {
      missed++;
      if (missed > MISSED_ANSWERS) lose('The training worker has stopped answering');
      else send({ type: 'ping' });
    }, PING_MILLISECONDS);
  }

  function create(): Worker {
    const created = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    created.onmessage = ({ data }: MessageEvent<Reply>) => {
      missed = 0;
      if (data.type === 'paused' || data.type === 'failed' || data.type === 'calibrated')
        clearInterval(watch);
      if (data.type !== 'pong') onReply(data);
    };
    created.onerror = (event) =>
      lose(`The training worker broke down${event.message ? ` (${event.message})` : ''}`);
    return created;
  }

  return {
    start(config, computeWith, saved) {
      worker ??= create();
      expectLife();
      const handed = makeData && !isDataThere ? makeData() : undefined;
      const ownData = makeData && (handed ?? 'kept');
      isDataThere = makeData !== undefined;
      send(
        {
          type: 'start',
          config,
          computeWith,
          // The worker would take an address relative to its own script.
          digitsUrl: new URL(digitsUrl, document.baseURI).href,
          ...(ownData && { ownData }),
          ...(saved && { saved }),
        },
        handed ? buffersOf(handed) : [],
      );
    },
    calibrate(network) {
      worker ??= create();
      expectLife();
      send({ type: 'calibrate', network });
    },
    useData(make) {
      makeData = make;
      isDataThere = false;
    },
    run() {
      expectLife();
      send({ type: 'run' });
    },
    change: (config) => send({ type: 'change', config }),
    pause: () => send({ type: 'pause' }),
    step() {
      expectLife();
      send({ type: 'step' });
    },
    drawn: () => send({ type: 'drawn' }),
    weights: () => send({ type: 'weights' }),
    inspect: () => send({ type: 'inspect' }),
    embed: (images) => send({ type: 'embed', images }),
    dispose,
  };
}
