import type { DataSource } from '#data/sources/registry.ts';
import { differences, type TrainingConfig } from '../config.ts';
import type { SavedNetwork } from '../network/layersModel.ts';
import type { Change, Failure, Opening, Report, SessionEvent } from '../service/contract.ts';
import { addFrame } from './frames.ts';
import { boundHistory, EMPTY_HISTORY, type RunChange } from './history.ts';
import { canGoOn, idleRun, isCurrent, NO_SPEED, type Order, type Run, stepOf } from './run.ts';

/** What the reader does. Whatever may begin a run brings the name that it would have. */
export type ReaderEvent =
  | { readonly type: 'set'; readonly settings: TrainingConfig }
  | { readonly type: 'run' | 'step' | 'start-over'; readonly id: string }
  | { readonly type: 'pause' }
  /** Begins a run, paused, with a network that was saved, under settings that ask for its like. */
  | {
      readonly type: 'load';
      readonly saved: SavedNetwork;
      readonly settings: TrainingConfig;
      readonly id: string;
    }
  /** Begins a run with what the network of the last one has learned. */
  | { readonly type: 'go-on'; readonly saved: SavedNetwork; readonly id: string }
  | { readonly type: 'look-back'; readonly step: number | undefined }
  | { readonly type: 'place-guest'; readonly point: Float32Array | undefined }
  /** The page went out of sight, or came back. */
  | { readonly type: 'hide' | 'show' }
  | { readonly type: 'use-data'; readonly data: DataSource }
  | { readonly type: 'clear' };

/** What becomes known of a run that was begun; of an earlier attempt it is of no concern. */
export type ServiceEvent = { readonly attempt: number } & (
  | SessionEvent
  /** The order of that number is done with. */
  | { readonly type: 'stopped'; readonly orderNumber: number }
  | ({ readonly type: 'changed'; readonly config: TrainingConfig; readonly text: string } & Change)
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'failed'; readonly failure: Failure }
  /** The page has drawn an embedding. */
  | { readonly type: 'drawn'; readonly milliseconds: number }
);

export type RunEvent = ReaderEvent | ServiceEvent;

/** How much the time of drawing of late counts for in its mean. */
const RECENT = 0.2;

const ordered = (run: Run, order: Order): Run => {
  const orderNumber = run.orderNumber + 1;
  const moving = run.phase === 'open' && order !== 'pause' ? orderNumber : run.moving;
  return { ...run, order, orderNumber, moving, resumes: false };
};

/** Its curves become those of the run before. */
const withoutCurves = (run: Run): Run => ({
  ...run,
  previous: run.history.steps.length > 0 ? run.history : run.previous,
  history: EMPTY_HISTORY,
  speed: NO_SPEED,
  drawingTime: 0,
  undividedDrawing: 0,
});

/** With a saved network at hand, and settings that begin with it. */
const withSaved = (run: Run, saved: SavedNetwork, settings = run.settings): Run => ({
  ...run,
  saved,
  settings: { ...settings, weights: 'saved' },
});

function begun(run: Run, order: Order, id: string): Run {
  const { settings, data, embedding, heldOut, frames, guestPoint, previous, backend } =
    withoutCurves(run);
  const { acceleration, saved } = run;
  return {
    ...idleRun(settings, data),
    // What is shown stays until there is something newer to show.
    ...(embedding && { embedding }),
    ...(heldOut && { heldOut }),
    ...(guestPoint && { guestPoint }),
    ...(acceleration && { acceleration }),
    frames,
    previous,
    backend,
    phase: 'loading',
    attempt: run.attempt + 1,
    order,
    orderNumber: run.orderNumber + 1,
    config: settings,
    firstConfig: settings,
    ...(saved && { saved }),
    id,
  };
}

/** Goes on with the run that there is, or begins one with the settings as they are. */
const go = (run: Run, order: Order, id: string): Run =>
  isCurrent(run) ? ordered(run, order) : begun(run, order, id);

/** A run keeps its settings: with others it stops, and Run begins a new one. */
const withSettings = (run: Run, settings: TrainingConfig): Run => {
  const next = { ...run, settings };
  return next.order !== 'pause' && !isCurrent(next) ? ordered(next, 'pause') : next;
};

/** A new value for nothing: what an earlier attempt still tells is not taken for the next one's. */
const cleared = (run: Run, data: DataSource): Run => ({
  ...idleRun(run.settings, data),
  attempt: run.attempt + 1,
  orderNumber: run.orderNumber,
});

function byReader(run: Run, event: ReaderEvent): Run {
  switch (event.type) {
    case 'set':
      return withSettings(run, event.settings);
    case 'run':
    case 'step':
      return go(run, event.type, event.id);
    case 'start-over':
      return begun(run, 'run', event.id);
    case 'load':
      return begun(withSaved(run, event.saved, event.settings), 'pause', event.id);
    case 'go-on':
      return canGoOn(run) ? begun(withSaved(run, event.saved), 'run', event.id) : run;
    case 'pause':
      return run.phase === 'loading' || run.phase === 'open' ? ordered(run, 'pause') : run;
    case 'look-back': {
      const { past: _, ...present } = run;
      return event.step === undefined ? present : { ...present, past: event.step };
    }
    case 'place-guest': {
      const { guestPoint: _, ...alone } = run;
      return event.point ? { ...alone, guestPoint: event.point } : alone;
    }
    case 'hide':
      return run.order === 'run' ? { ...ordered(run, 'pause'), resumes: true } : run;
    case 'show':
      return run.resumes && isCurrent(run) ? ordered(run, 'run') : { ...run, resumes: false };
    case 'use-data':
      return cleared(run, event.data);
    case 'clear':
      return cleared(run, run.data);
  }
}

function opened(run: Run, opening: Opening): Run {
  const { download: _, past: __, ...rest } = run;
  const { backend, acceleration, collapseLoss, labels, images, embedding, evaluation } = opening;
  return {
    ...rest,
    phase: 'open',
    moving: run.order === 'pause' ? undefined : run.orderNumber,
    calibrating: false,
    backend,
    ...(acceleration && { acceleration }),
    collapseLoss,
    heldOut: { labels, images: images instanceof Uint8Array ? images : undefined },
    embedding,
    frames: [{ step: 0, embedding }],
    history: { steps: [], evaluations: [evaluation] },
  };
}

function withReport(run: Run, { steps, speed, evaluation, embedding, retrieval }: Report): Run {
  const { history, undividedDrawing, drawingTime } = run;
  const longer = boundHistory({
    ...history,
    steps: [...history.steps, ...steps],
    evaluations: evaluation ? [...history.evaluations, evaluation] : history.evaluations,
    ...(retrieval && { retrievals: [...(history.retrievals ?? []), retrieval] }),
  });
  const next: Run = { ...run, history: longer, speed };
  const share = undividedDrawing / Math.max(1, steps.length);
  return {
    ...next,
    ...(steps.length > 0 && {
      undividedDrawing: 0,
      drawingTime: drawingTime + (drawingTime === 0 ? 1 : RECENT) * (share - drawingTime),
    }),
    ...(embedding && {
      embedding,
      frames: addFrame(run.frames, { step: stepOf(next), embedding }),
    }),
  };
}

/** A stop that was ordered, or the end of what was ordered; not the late word of an earlier order. */
function stopped(run: Run, orderNumber: number): Run {
  if (run.moving === undefined || orderNumber < run.moving) return run;
  return { ...run, moving: undefined, order: 'pause' };
}

function changed(run: Run, event: ServiceEvent & { type: 'changed' }): Run {
  const { config, step, collapseLoss, text } = event;
  const settings = Object.fromEntries(
    differences(run.config ?? config, config).map((name) => [name, config[name]]),
  ) as Partial<TrainingConfig>;
  const change: RunChange = { step, text, settings };
  const history = { ...run.history, changes: [...(run.history.changes ?? []), change] };
  return ordered({ ...run, history, config, collapseLoss, refusal: '' }, 'run');
}

const failed = (run: Run, failure: Failure): Run => {
  const { download: _, ...rest } = run;
  return {
    ...rest,
    phase: 'failed',
    failure,
    calibrating: false,
    moving: undefined,
    order: 'pause',
    resumes: false,
  };
};

function byService(run: Run, event: ServiceEvent): Run {
  switch (event.type) {
    case 'downloading': {
      const { receivedBytes, totalBytes } = event;
      return { ...run, download: { receivedBytes, ...(totalBytes && { totalBytes }) } };
    }
    case 'preparing': {
      const { download: _, ...rest } = run;
      return { ...rest, backend: event.backend };
    }
    case 'calibrating':
      return { ...run, calibrating: true };
    case 'calibrated':
      return { ...run, calibrating: false };
    case 'fallback':
      return {
        ...withoutCurves(run),
        fallbacks: [...run.fallbacks, `${event.from} (${event.reason})`],
      };
    case 'opened':
      return opened(run, event);
    case 'progress':
      return withReport(run, event);
    case 'stopped':
      return stopped(run, event.orderNumber);
    case 'changed':
      return changed(run, event);
    case 'refused':
      return { ...run, refusal: event.reason };
    case 'failed':
      return failed(run, event.failure);
    case 'drawn':
      return { ...run, undividedDrawing: run.undividedDrawing + event.milliseconds };
  }
}

/** The run after something has happened. Pure: what the worker is to be told follows in commands.ts. */
export function reduce(run: Run, event: RunEvent): Run {
  if (!('attempt' in event)) return byReader(run, event);
  return event.attempt === run.attempt && run.phase !== 'idle' && run.phase !== 'failed'
    ? byService(run, event)
    : run;
}
