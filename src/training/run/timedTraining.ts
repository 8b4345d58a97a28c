import type { DataSource } from '#data/sources/registry.ts';
import type { TrainingConfig } from '../config.ts';
import type { SavedNetwork } from '../network/layersModel.ts';
import type { TrainingClient } from '../service/client.ts';
import { Conductor } from './conductor.ts';
import { idleRun, type Run, statusOf, stepOf } from './run.ts';

interface TimedOptions {
  readonly client: TrainingClient;
  readonly config: TrainingConfig;
  readonly data: DataSource;
  /** When it is to end, on the clock of `performance.now()`. It takes a first step in any case. */
  readonly until: number;
  onChange(run: Run): void;
}

/** A run that ends by itself when it is time, or when it is stopped. */
export interface TimedTraining {
  /** What the network has learned by then; undefined before the first step. Rejects with a sentence. */
  readonly learned: Promise<SavedNetwork | undefined>;
  stop(): void;
}

/** Begins to train, in a worker that nothing else is trained in. */
export function trainUntil(options: TimedOptions): TimedTraining {
  const { client, config, data, until, onChange } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawn: Float32Array | undefined;
  let end: (run: Run) => void = () => {};
  const ended = new Promise<Run>((resolve) => {
    end = resolve;
  });
  const conductor = new Conductor({
    client,
    initial: idleRun(config, data),
    judging: 'on-demand',
    computeWith: () => ({ choice: 'wasm' }),
    onChange(run) {
      if (stepOf(run) > 0) timer ??= setTimeout(stop, until - performance.now());
      onChange(run);
      const status = statusOf(run);
      if (status === 'paused' || status === 'failed') end(run);
      if (run.embedding === drawn) return;
      drawn = run.embedding;
      conductor.drawn(0);
    },
  });
  const stop = () => conductor.dispatch({ type: 'pause' });

  async function learn(): Promise<SavedNetwork | undefined> {
    conductor.dispatch({ type: 'run', id: '' });
    const run = await ended;
    clearTimeout(timer);
    if (run.failure) throw new Error(sentenceOf(run.failure));
    const saved = stepOf(run) > 0 ? await conductor.ask((session) => session.weights()) : undefined;
    client.closeAll();
    return saved;
  }
  return { learned: learn(), stop };
}

const sentenceOf = ({ kind, reason }: NonNullable<Run['failure']>): string =>
  kind === 'diverged'
    ? 'The numbers have blown up: another margin or miner would help.'
    : `${reason.replace(/\.$/, '')}.`;
