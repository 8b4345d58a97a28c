import type { BackendName } from '../compute/backends.ts';
import type { TrainingConfig } from '../config.ts';
import type { FailureKind } from '../service/messages.ts';
import type { LaneReport, LaneStart, RaceReply, RaceRequest } from './messages.ts';

/** The part of a Worker that a race needs. */
interface RaceWorker {
  post(request: RaceRequest): void;
  terminate(): void;
}

interface RaceListeners {
  onDownload(progress: { receivedBytes: number; totalBytes?: number }): void;
  onFallback(from: BackendName, reason: string): void;
  onReady(start: {
    readonly backend: BackendName;
    readonly labels: Uint8Array;
    readonly lanes: readonly LaneStart[];
  }): void;
  /** After each round, in the order of the lanes; all have taken the same steps. */
  onRound(lanes: readonly LaneReport[]): void;
  onFailed(kind: FailureKind, reason: string): void;
}

interface RaceOptions extends RaceListeners {
  readonly configs: readonly TrainingConfig[];
  readonly digitsUrl: string;
  /** Processor cores of the device. */
  readonly cores: number;
  /** Makes a worker that answers to `onReply`, and to `onDeath` when it breaks down. */
  readonly createWorker?: (
    onReply: (reply: RaceReply) => void,
    onDeath: (reason: string) => void,
  ) => RaceWorker;
}

export interface Race {
  /** One for each lane, or one for all: the same number of steps either way. */
  readonly workers: number;
  /** Begins a round of so many steps; `onRound` follows. A round under way is not doubled. */
  advance(steps: number): void;
  dispose(): void;
}

function createBrowserWorker(
  onReply: (reply: RaceReply) => void,
  onDeath: (reason: string) => void,
): RaceWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<RaceReply>) => onReply(data);
  worker.onerror = ({ message }) =>
    onDeath(`A training worker broke down${message ? ` (${message})` : ''}`);
  return {
    post: (request) => worker.postMessage(request),
    terminate: () => worker.terminate(),
  };
}

/**
 * Trains several configurations in step. With a core for each lane and one for the page, each lane
 * has a worker of its own; else one worker trains them in turn. A round is over when every lane has
 * taken its steps, so that a faster strategy waits for a slower one.
 */
export function createRace(options: RaceOptions): Race {
  const { configs, digitsUrl, cores, createWorker = createBrowserWorker } = options;
  const groups = cores > configs.length ? configs.map((config) => [config]) : [configs];
  let isOver = false;
  let isBusy = true;
  let starts: (RaceReply & { type: 'ready' })[] = [];
  let rounds: (readonly LaneReport[])[] = [];

  const stop = () => {
    isOver = true;
    for (const worker of workers) worker.terminate();
  };
  const fail = (kind: FailureKind, reason: string) => {
    if (isOver) return;
    stop();
    options.onFailed(kind, reason);
  };
  const isComplete = (replies: readonly unknown[]) => Object.keys(replies).length === groups.length;

  function take(reply: RaceReply, group: number): void {
    if (isOver) return;
    switch (reply.type) {
      case 'downloading':
        // All download the same file.
        if (group === 0) options.onDownload(reply);
        return;
      case 'fallback':
        options.onFallback(reply.from, reply.reason);
        return;
      case 'ready':
        starts[group] = reply;
        if (!isComplete(starts)) return;
        isBusy = false;
        options.onReady({ ...starts[0]!, lanes: starts.flatMap(({ lanes }) => lanes) });
        starts = [];
        return;
      case 'round': {
        rounds[group] = reply.lanes;
        if (!isComplete(rounds)) return;
        const lanes = rounds.flat();
        rounds = [];
        isBusy = false;
        options.onRound(lanes);
        return;
      }
      case 'failed':
        fail(reply.kind, reply.reason);
        return;
    }
  }

  const workers = groups.map((_, group) =>
    createWorker(
      (reply) => take(reply, group),
      (reason) => fail('worker', reason),
    ),
  );
  // A worker would take an address relative to its own script.
  const address = new URL(digitsUrl, globalThis.document?.baseURI ?? 'http://localhost/').href;
  workers.forEach((worker, group) => {
    worker.post({ type: 'start', configs: groups[group]!, digitsUrl: address });
  });

  return {
    workers: workers.length,
    advance(steps) {
      if (isOver || isBusy) return;
      isBusy = true;
      for (const worker of workers) worker.post({ type: 'advance', steps });
    },
    dispose: stop,
  };
}
