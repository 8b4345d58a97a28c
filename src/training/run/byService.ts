import { differences, type TrainingConfig } from '../config.ts';
import type {
  Change,
  EvaluationPoint,
  Failure,
  Opening,
  Picture,
  Report,
  SessionEvent,
} from '../service/contract.ts';
import { addFrame } from './frames.ts';
import { boundHistory, type RunChange } from './history.ts';
import { type Run, stepOf } from './run.ts';
import { ordered, withoutCurves } from './transitions.ts';

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

/** How much the time of drawing of late counts for in its mean. */
const RECENT = 0.2;

/** The run with another picture, and no vectors of classes but its own. */
function withPicture({ classVectors: _, ...run }: Run, step: number, report: Picture): Run {
  const { embedding, classVectors } = report;
  const picture = { embedding, ...(classVectors && { classVectors }) };
  return { ...run, ...picture, frames: addFrame(run.frames, { step, ...picture }) };
}

function opened(run: Run, opening: Opening): Run {
  // Another network puts the reader's sample elsewhere, perhaps among other dimensions.
  const {
    download: _,
    past: __,
    guestPoint: ___,
    embedding: ____,
    classVectors: _____,
    ...rest
  } = run;
  const { backend, acceleration, collapseLoss, labels, images, evaluation, ...seen } = opening;
  const begun: Run = {
    ...rest,
    phase: 'open',
    moving: run.order === 'pause' ? undefined : run.orderNumber,
    calibrating: false,
    backend,
    ...(acceleration && { acceleration }),
    collapseLoss,
    heldOut: { labels, images: images instanceof Uint8Array ? images : undefined },
    ...(run.config && { cloudConfig: run.config }),
    frames: [],
    history: { steps: [], evaluations: evaluation ? [evaluation] : [] },
  };
  const { embedding } = seen;
  return embedding ? withPicture(begun, 0, { ...seen, embedding }) : begun;
}

/** With one more; of the same step, by more samples, in the place of the one before. */
const judged = (
  evaluations: readonly EvaluationPoint[],
  next: EvaluationPoint,
): readonly EvaluationPoint[] =>
  evaluations.at(-1)?.step === next.step
    ? [...evaluations.slice(0, -1), next]
    : [...evaluations, next];

function withReport(run: Run, { steps, speed, evaluation, retrieval, ...seen }: Report): Run {
  const { history, undividedDrawing, drawingTime } = run;
  const longer = boundHistory({
    ...history,
    steps: [...history.steps, ...steps],
    evaluations: evaluation ? judged(history.evaluations, evaluation) : history.evaluations,
    ...(retrieval && { retrievals: [...(history.retrievals ?? []), retrieval] }),
  });
  const share = undividedDrawing / Math.max(1, steps.length);
  const next: Run = {
    ...run,
    history: longer,
    speed,
    ...(steps.length > 0 && {
      undividedDrawing: 0,
      drawingTime: drawingTime + (drawingTime === 0 ? 1 : RECENT) * (share - drawingTime),
    }),
  };
  const { embedding } = seen;
  return embedding ? withPicture(next, stepOf(next), { ...seen, embedding }) : next;
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
  return ordered(
    { ...run, history, config, cloudConfig: config, collapseLoss, refusal: '' },
    'run',
  );
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

/** The run after something has become known of it. */
export function byService(run: Run, event: ServiceEvent): Run {
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
