import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { createTrainingClient } from '../../training/client.ts';
import type { TrainingConfig } from '../../training/config.ts';
import type { FailureKind, Reply } from '../../training/messages.ts';
import type { Speed } from '../../training/speedometer.ts';
import { hasCollapsed } from './collapsed.ts';
import { EMPTY_HISTORY, type History } from './history.ts';

export type Status = 'idle' | 'loading' | 'running' | 'paused' | 'failed';

export interface Failure {
  readonly kind: FailureKind;
  readonly reason: string;
}

export interface HeldOut {
  readonly labels: Uint8Array;
  readonly images: Uint8Array;
}

export interface Download {
  readonly receivedBytes: number;
  readonly totalBytes?: number;
}

const NO_SPEED: Speed = { imagesPerSecond: 0, time: { network: 0, mining: 0, optimiser: 0 } };

const same = (a: TrainingConfig, b: TrainingConfig) => JSON.stringify(a) === JSON.stringify(b);

/** The lab's state as the worker tells it, and what the reader may ask of it. No DOM. */
export function createLab(config: ReadonlySignal<TrainingConfig>, digitsUrl: string) {
  const status = signal<Status>('idle');
  const download = signal<Download | undefined>(undefined);
  const backend = signal('');
  const history = signal<History>(EMPTY_HISTORY);
  /** The run before this one, to compare with. */
  const previous = signal<History>(EMPTY_HISTORY);
  const speed = signal<Speed>(NO_SPEED);
  const heldOut = signal<HeldOut | undefined>(undefined);
  const embedding = signal<Float32Array | undefined>(undefined);
  const collapseLoss = signal<number | undefined>(undefined);
  const failure = signal<Failure | undefined>(undefined);
  const fallbacks = signal<readonly string[]>([]);
  /** The configuration of the run that is shown; missing when there is none to go on with. */
  const runConfig = signal<TrainingConfig | undefined>(undefined);

  const client = createTrainingClient({ digitsUrl, onReply: (reply) => batch(() => take(reply)) });

  function keepAsPrevious(): void {
    if (history.value.steps.length > 0) previous.value = history.value;
    history.value = EMPTY_HISTORY;
    speed.value = NO_SPEED;
  }

  function take(reply: Reply): void {
    switch (reply.type) {
      case 'downloading':
        download.value = reply;
        return;
      case 'preparing':
        download.value = undefined;
        backend.value = reply.backend;
        return;
      case 'fallback':
        keepAsPrevious();
        fallbacks.value = [...fallbacks.value, `${reply.from} (${reply.reason})`];
        return;
      case 'ready':
        download.value = undefined;
        backend.value = reply.backend;
        collapseLoss.value = reply.collapseLoss;
        heldOut.value = { labels: reply.labels, images: reply.images };
        embedding.value = reply.embedding;
        history.value = { steps: [], evaluations: [reply.evaluation] };
        if (status.value === 'loading') status.value = 'running';
        return;
      case 'progress': {
        const { steps, evaluations } = history.value;
        history.value = {
          steps: [...steps, ...reply.steps],
          evaluations: reply.evaluation ? [...evaluations, reply.evaluation] : evaluations,
        };
        speed.value = reply.speed;
        if (reply.embedding) embedding.value = reply.embedding;
        return;
      }
      case 'paused':
        if (status.value === 'running') status.value = 'paused';
        return;
      case 'failed':
        failure.value = reply;
        status.value = 'failed';
        runConfig.value = undefined;
        return;
      case 'pong':
        return;
    }
  }

  /** Whether the run that is shown can go on with the settings as they are now. */
  const current = computed(() => {
    const running = runConfig.value;
    return running !== undefined && same(running, config.value);
  });

  function begin(): void {
    batch(() => {
      keepAsPrevious();
      failure.value = undefined;
      fallbacks.value = [];
      collapseLoss.value = undefined;
      runConfig.value = config.value;
      status.value = 'loading';
    });
    client.start(config.value);
  }

  function go(how: 'run' | 'step'): void {
    if (current.value) status.value = 'running';
    else begin();
    client[how]();
  }

  return {
    status,
    download,
    backend,
    history,
    previous,
    speed,
    heldOut,
    embedding,
    collapseLoss,
    failure,
    fallbacks,
    runConfig,
    current,
    collapsed: computed(() => {
      const plateau = collapseLoss.value;
      const running = runConfig.value;
      return (
        plateau !== undefined &&
        running !== undefined &&
        hasCollapsed(history.value, running, plateau)
      );
    }),
    run: () => go('run'),
    step: () => go('step'),
    pause: () => client.pause(),
    /** The last embedding is on the screen: the next may come. */
    drawn: () => client.drawn(),
    /** Begins the run again at step 0, with the settings as they are. */
    startOver(): void {
      begin();
      client.run();
    },
    /** Forgets everything and ends the worker. */
    clear(): void {
      client.dispose();
      batch(() => {
        status.value = 'idle';
        download.value = undefined;
        backend.value = '';
        history.value = EMPTY_HISTORY;
        previous.value = EMPTY_HISTORY;
        speed.value = NO_SPEED;
        heldOut.value = undefined;
        embedding.value = undefined;
        collapseLoss.value = undefined;
        failure.value = undefined;
        fallbacks.value = [];
        runConfig.value = undefined;
      });
    },
  };
}

export type Lab = ReturnType<typeof createLab>;
