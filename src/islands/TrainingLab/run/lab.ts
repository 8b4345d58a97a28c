import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Acceleration } from '#training/compute/backends.ts';
import { createTrainingClient } from '#training/service/client.ts';
import { canChange, differences, type TrainingConfig } from '#training/config.ts';
import type { Samples } from '#training/dataset.ts';
import type { InspectedBatch } from '#training/inspectedBatch.ts';
import type { SavedNetwork } from '#training/network/layersModel.ts';
import type { FailureKind, Reply } from '#training/service/messages.ts';
import { NO_TIME, type Speed } from '#training/run/speedometer.ts';
import { changeText } from '../verdict/changeText.ts';
import { hasCollapsed } from '../verdict/collapsed.ts';
import { computeWith } from '../computing/computing.ts';
import { createComputing } from '../computing/createComputing.ts';
import { type LabData, MNIST, type OwnData } from '../data/labData.ts';
import { boundHistory, EMPTY_HISTORY, type History } from './history.ts';
import { addFrame, type Frame, frameAt } from '../time/frames.ts';

export type Status = 'idle' | 'loading' | 'running' | 'paused' | 'failed';

export interface Failure {
  readonly kind: FailureKind;
  readonly reason: string;
}

export interface HeldOut {
  readonly labels: Samples['labels'];
  /** From 0 (paper) to 255 (ink), one after another; missing where the samples are vectors. */
  readonly images: Uint8Array | undefined;
}

export interface Download {
  readonly receivedBytes: number;
  readonly totalBytes?: number;
}

const NO_SPEED: Speed = {
  imagesPerSecond: 0,
  time: NO_TIME,
};

/** How much the time of drawing of late counts for in its mean. */
const RECENT = 0.2;

const same = (a: TrainingConfig, b: TrainingConfig) => JSON.stringify(a) === JSON.stringify(b);

/** The lab's state as the worker tells it, and what the reader may ask of it. No DOM. */
export function createLab(config: ReadonlySignal<TrainingConfig>, digitsUrl: string) {
  const status = signal<Status>('idle');
  const download = signal<Download | undefined>(undefined);
  const compute = createComputing(digitsUrl);
  const calibrating = signal(false);
  const backend = signal('');
  const acceleration = signal<Acceleration | undefined>(undefined);
  const history = signal<History>(EMPTY_HISTORY);
  /** The run before this one, to compare with. */
  const previous = signal<History>(EMPTY_HISTORY);
  const speed = signal<Speed>(NO_SPEED);
  /** Of the page's own thread, in milliseconds a step. */
  const drawingTime = signal(0);
  let undividedDrawing = 0;
  /** What is trained on. */
  const data = signal<LabData>(MNIST);
  const heldOut = signal<HeldOut | undefined>(undefined);
  const embedding = signal<Float32Array | undefined>(undefined);
  /** The embeddings that the run has come by, and the step that the reader looks back to. */
  const frames = signal<readonly Frame[]>([]);
  const past = signal<number | undefined>(undefined);
  const collapseLoss = signal<number | undefined>(undefined);
  const failure = signal<Failure | undefined>(undefined);
  /** Why the run did not go on under other settings. */
  const refusal = signal('');
  const fallbacks = signal<readonly string[]>([]);
  /** The configuration of the run that is shown; missing when there is none to go on with. */
  const runConfig = signal<TrainingConfig | undefined>(undefined);

  /** Of the run that is shown, though it may not go on; a run keeps both through pauses. */
  const lastConfig = signal<TrainingConfig | undefined>(undefined);
  /** What it began with, before any change in mid-run. */
  const firstConfig = signal<TrainingConfig | undefined>(undefined);
  const runId = signal('');
  /** Where a digit lies that the reader brought along. */
  const guestPoint = signal<Float32Array | undefined>(undefined);
  /** Who waits for an answer of the worker, in the order of asking. */
  const waitingForWeights: ((saved: SavedNetwork | undefined) => void)[] = [];
  const waitingForBatch: ((batch: InspectedBatch | undefined) => void)[] = [];
  const waitingForPoints: ((points: Float32Array | undefined) => void)[] = [];

  const client = createTrainingClient({ digitsUrl, onReply: (reply) => batch(() => take(reply)) });

  /** What the worker was told last. */
  let order: 'run' | 'step' | 'pause' = 'pause';

  function tell(next: typeof order): void {
    order = next;
    client[next]();
  }

  function keepAsPrevious(): void {
    if (history.value.steps.length > 0) previous.value = history.value;
    history.value = EMPTY_HISTORY;
    speed.value = NO_SPEED;
    drawingTime.value = 0;
    undividedDrawing = 0;
  }

  /** Shares the time of drawing out among the steps that were taken meanwhile. */
  function divideDrawing(steps: number): void {
    if (steps === 0) return;
    const share = undividedDrawing / steps;
    undividedDrawing = 0;
    drawingTime.value += (drawingTime.value === 0 ? 1 : RECENT) * (share - drawingTime.value);
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
      case 'calibrating':
        calibrating.value = true;
        return;
      case 'calibrated':
        calibrating.value = false;
        compute.learn(reply.calibration);
        return;
      case 'fallback':
        keepAsPrevious();
        fallbacks.value = [...fallbacks.value, `${reply.from} (${reply.reason})`];
        return;
      case 'ready':
        download.value = undefined;
        backend.value = reply.backend;
        acceleration.value = reply.acceleration;
        collapseLoss.value = reply.collapseLoss;
        heldOut.value = {
          labels: reply.labels,
          images: reply.images instanceof Uint8Array ? reply.images : undefined,
        };
        embedding.value = reply.embedding;
        frames.value = [{ step: 0, embedding: reply.embedding }];
        past.value = undefined;
        history.value = { steps: [], evaluations: [reply.evaluation] };
        if (status.value === 'loading') status.value = 'running';
        return;
      case 'progress': {
        const { steps, evaluations, ...rest } = history.value;
        history.value = boundHistory({
          ...rest,
          steps: [...steps, ...reply.steps],
          evaluations: reply.evaluation ? [...evaluations, reply.evaluation] : evaluations,
          ...(reply.retrieval && { retrievals: [...(rest.retrievals ?? []), reply.retrieval] }),
        });
        speed.value = reply.speed;
        divideDrawing(reply.steps.length);
        if (reply.embedding) {
          embedding.value = reply.embedding;
          const step = history.value.steps.at(-1)?.step ?? 0;
          frames.value = addFrame(frames.value, { step, embedding: reply.embedding });
        }
        return;
      }
      case 'paused':
        // A run that was ordered since then goes on: the word of an earlier pause comes late.
        if (status.value === 'running' && order !== 'run') status.value = 'paused';
        return;
      case 'changed': {
        const { config: now, step } = reply;
        const before = runConfig.value;
        if (!before) return;
        const settings = Object.fromEntries(
          differences(before, now).map((name) => [name, now[name]]),
        ) as Partial<TrainingConfig>;
        const change = { step, text: changeText(before, now), settings };
        history.value = {
          ...history.value,
          changes: [...(history.value.changes ?? []), change],
        };
        runConfig.value = now;
        lastConfig.value = now;
        collapseLoss.value = reply.collapseLoss;
        return;
      }
      case 'refused':
        refusal.value = reply.reason;
        return;
      case 'failed':
        failure.value = reply;
        calibrating.value = false;
        stopWaiting();
        status.value = 'failed';
        runConfig.value = undefined;
        return;
      case 'weights':
        waitingForWeights.shift()?.(reply.saved);
        return;
      case 'embedded':
        waitingForPoints.shift()?.(reply.points);
        return;
      case 'inspected':
        waitingForBatch.shift()?.(reply.batch);
        return;
      case 'pong':
        return;
    }
  }

  /** No answer will come any more. */
  function stopWaiting(): void {
    for (const answer of waitingForWeights.splice(0)) answer(undefined);
    for (const answer of waitingForPoints.splice(0)) answer(undefined);
    for (const answer of waitingForBatch.splice(0)) answer(undefined);
  }

  /** Whether the run that is shown can go on with the settings as they are now. */
  const current = computed(() => {
    const running = runConfig.value;
    return running !== undefined && same(running, config.value);
  });

  /** Whether other settings than those of the run could go on with its network. */
  const canGoOn = computed(() => {
    const running = runConfig.value;
    const { network, dims } = config.value;
    return (
      running !== undefined &&
      !current.value &&
      running.network === network &&
      running.dims === dims
    );
  });

  /** Whether the run itself can go on under the other settings, its optimiser and curves with it. */
  const changes = computed(() => {
    const running = runConfig.value;
    return running !== undefined && !current.value && canChange(running, config.value);
  });

  function begin(saved?: SavedNetwork): void {
    batch(() => {
      keepAsPrevious();
      failure.value = undefined;
      refusal.value = '';
      fallbacks.value = [];
      collapseLoss.value = undefined;
      runConfig.value = config.value;
      lastConfig.value = config.value;
      firstConfig.value = config.value;
      runId.value = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
      status.value = 'loading';
    });
    client.start(config.value, computeWith(compute.computing.value, config.value.network), saved);
  }

  /** What the network has learned; undefined when there is none. */
  function weights(): Promise<SavedNetwork | undefined> {
    if (!runConfig.value) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      waitingForWeights.push(resolve);
      client.weights();
    });
  }

  function go(how: 'run' | 'step'): void {
    if (current.value) status.value = 'running';
    else begin();
    tell(how);
  }

  /** Forgets everything and ends the worker. */
  function clear(): void {
    client.dispose();
    stopWaiting();
    batch(() => {
      status.value = 'idle';
      download.value = undefined;
      backend.value = '';
      acceleration.value = undefined;
      history.value = EMPTY_HISTORY;
      previous.value = EMPTY_HISTORY;
      speed.value = NO_SPEED;
      drawingTime.value = 0;
      calibrating.value = false;
      heldOut.value = undefined;
      embedding.value = undefined;
      frames.value = [];
      past.value = undefined;
      collapseLoss.value = undefined;
      failure.value = undefined;
      fallbacks.value = [];
      runConfig.value = undefined;
      lastConfig.value = undefined;
      firstConfig.value = undefined;
      runId.value = '';
    });
  }

  return {
    status,
    download,
    compute,
    calibrating,
    backend,
    acceleration,
    history,
    previous,
    speed,
    drawingTime,
    data,
    heldOut,
    embedding,
    frames,
    past,
    /** The embedding of the step that is looked at: the present one, unless the reader looks back. */
    shownEmbedding: computed(() =>
      past.value === undefined ? embedding.value : frameAt(frames.value, past.value)?.embedding,
    ),
    collapseLoss,
    failure,
    fallbacks,
    runConfig,
    lastConfig,
    firstConfig,
    runId,
    guestPoint,
    current,
    canGoOn,
    changes,
    refusal,
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
    pause: () => tell('pause'),
    /** The last embedding is on the screen: the next may come. */
    drawn(milliseconds: number): void {
      undividedDrawing += milliseconds;
      client.drawn();
    },
    weights,
    /** The batch of the last step; undefined when there is none. */
    inspect(): Promise<InspectedBatch | undefined> {
      if (!runConfig.value || history.value.steps.length === 0) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        waitingForBatch.push(resolve);
        client.inspect();
      });
    },
    /** Where images would lie now, row-major; undefined when there is no network. */
    embed(images: Uint8Array): Promise<Float32Array | undefined> {
      if (!runConfig.value) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        waitingForPoints.push(resolve);
        client.embed(images);
      });
    },
    /**
     * Goes on under the settings as they are: with the same run where that can be, or else with a run
     * that begins with what the network of the last one has learned.
     */
    async goOn(): Promise<void> {
      if (changes.value) {
        refusal.value = '';
        client.change(config.value);
        status.value = 'running';
        tell('run');
        return;
      }
      const saved = await weights();
      if (!saved || !canGoOn.value) return;
      begin(saved);
      tell('run');
    },
    /** Begins a run, paused, with a network that was saved; the settings must ask for its like. */
    load: (saved: SavedNetwork) => begin(saved),
    /** Begins the run again at step 0, with the settings as they are. */
    startOver(): void {
      begin();
      tell('run');
    },
    clear,
    /** Forgets everything, and trains on the reader's own data from now on, or on the digits again. */
    useData(own: OwnData | undefined): void {
      clear();
      client.useData(own?.make);
      data.value = own?.about ?? MNIST;
    },
  };
}

export type Lab = ReturnType<typeof createLab>;
