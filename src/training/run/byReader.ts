import type { DataSource } from '#data/sources/registry.ts';
import type { TrainingConfig } from '../config.ts';
import type { SavedNetwork } from '../network/layersModel.ts';
import { canGoOn, idleRun, isCurrent, type Order, type Run } from './run.ts';
import { ordered, withoutCurves } from './transitions.ts';

/** What the reader does. Whatever may begin a run brings the name that it would have. */
export type ReaderEvent =
  | { readonly type: 'set'; readonly settings: TrainingConfig }
  | { readonly type: 'run' | 'step' | 'start-over'; readonly id: string }
  /** Begins a run, paused. */
  | { readonly type: 'rewind'; readonly id: string }
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

/** With a saved network at hand, and settings that begin with it. */
const withSaved = (run: Run, saved: SavedNetwork, settings = run.settings): Run => ({
  ...run,
  saved,
  settings: { ...settings, weights: 'saved' },
});

function begun(run: Run, order: Order, id: string): Run {
  const { settings, data, embedding, heldOut, cloudConfig, frames, guestPoint, previous, backend } =
    withoutCurves(run);
  const { acceleration, saved, classVectors } = run;
  return {
    ...idleRun(settings, data),
    // What is shown stays until there is something newer to show.
    ...(embedding && { embedding }),
    ...(classVectors && { classVectors }),
    ...(heldOut && { heldOut }),
    ...(cloudConfig && { cloudConfig }),
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

/** The run after the reader has done something. */
export function byReader(run: Run, event: ReaderEvent): Run {
  switch (event.type) {
    case 'set':
      return withSettings(run, event.settings);
    case 'run':
    case 'step':
      return go(run, event.type, event.id);
    case 'start-over':
      return begun(run, 'run', event.id);
    case 'rewind':
      return begun(run, 'pause', event.id);
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
