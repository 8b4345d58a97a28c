import { dispose } from '@tensorflow/tfjs-core';
import type { ZoneShares } from '#metric/zones.ts';
import type { Batch } from './batches.ts';
import type { CloudForce } from './cloudForce.ts';
import type { Criterion, MinedLoss } from './criterion.ts';
import { lossGradients } from './lossGradients.ts';
import type { Network } from './network/network.ts';
import type { Optimiser } from './optimisers/optimiser.ts';
import type { SharedBatches } from './partner/sharedBatches.ts';

/** The numbers have blown up: the run cannot go on, and a smaller learning rate would help. */
export class DivergedError extends Error {
  override readonly name = 'DivergedError';
}

/** Beyond this a float32 loses what matters here, and the squares that Adam keeps overflow. */
export const LARGEST_LOSS = 1e12;

/** Where the time of a step went, in milliseconds; on the graphics card, what follows sampling is one. */
export interface StepTime {
  /** Drawing the batch, fetching its images and turning them. */
  readonly sampling: number;
  /** Forward and backward pass, the reading of the embedding included. */
  readonly network: number;
  readonly mining: number;
  readonly optimiser: number;
  /** Embedding the training set for offline mining, and choosing among it. */
  readonly fullPass: number;
}

/** What costs about as much as mining, zones and forces, is worked out once in so many steps. */
const CENSUS_STEPS = 10;

/** Whether it is, in the step that follows so many. */
export const isCensus = (done: number): boolean => done % CENSUS_STEPS === 0;

export interface StepResult {
  /** Steps done, this one included. */
  readonly step: number;
  /** The loss of the batch before this step's update. */
  readonly loss: number;
  /** Of the selected pairs or triplets, the share whose loss is positive; 0 when none was selected. */
  readonly activeShare: number;
  /** Length of the loss's gradient at the embeddings of the batch, all of them together. */
  readonly gradientNorm: number;
  /** Of the triplets that offline mining chose, the share that is easy by now: the hinge is closed. */
  readonly stale?: number;
  /** Shares of the batch's valid triplets by zone, now and then; never for a soft margin. */
  readonly zones?: ZoneShares;
  /** Now and then, in the same steps. */
  readonly force?: CloudForce;
  readonly time: StepTime;
}

/** What a step moves. */
export interface Trained {
  readonly network: Network;
  readonly optimiser: Optimiser;
  readonly criterion: Criterion;
}

function sharesOf({ easy, semiHard, hard }: ZoneShares): ZoneShares {
  const all = Math.max(1, easy + semiHard + hard);
  return { easy: easy / all, semiHard: semiHard / all, hard: hard / all };
}

/** What a step's result says of its loss. */
interface Told
  extends Pick<MinedLoss, 'loss' | 'active' | 'selected' | 'force'>,
    Partial<Pick<MinedLoss, 'zones'>> {
  readonly gradient: Float32Array | Float64Array;
}

function lengthOf(vector: Float32Array | Float64Array): number {
  let square = 0;
  for (const part of vector) square += part * part;
  return Math.sqrt(square);
}

/** What there is to tell of a step, with the loss that it was made from. */
export function resultOf(
  { loss, active, selected, gradient, zones, force }: Told,
  { step, isOffline, time }: Pick<StepResult, 'step' | 'time'> & Pick<Batch, 'isOffline'>,
): StepResult {
  return {
    step,
    loss,
    activeShare: selected > 0 ? active / selected : 0,
    gradientNorm: lengthOf(gradient),
    ...(zones && { zones: sharesOf(zones) }),
    ...(force && { force }),
    ...(isOffline && { stale: selected > 0 ? 1 - active / selected : 0 }),
    time,
  };
}

/**
 * One step on a batch: forward, mining, backward, update; `done` is how many there were before, and with
 * `shared` another worker takes half of the batch. Throws a DivergedError, and updates nothing, when the
 * loss is not a number any more or is too large.
 */
export async function takeStep(
  { network, optimiser, criterion }: Trained,
  { groups, inputs, isOffline, time }: Batch,
  { done, shared }: { readonly done: number; readonly shared?: SharedBatches | undefined },
): Promise<{ readonly mined: MinedLoss; readonly result: StepResult }> {
  const started = performance.now();
  const census = isCensus(done);
  const learned = await criterion.read();
  const batch = {
    inputs,
    rows: groups.length,
    lossAt: (embeddings: Float32Array) => criterion.lossAt({ embeddings, groups, learned, census }),
  };
  const { batchLoss: mined, gradients } = await (shared
    ? shared.lossGradients(network, batch)
    : lossGradients(network, batch));
  const updating = performance.now();
  try {
    if (!(Math.abs(mined.loss) <= LARGEST_LOSS))
      throw new DivergedError(`the loss is ${mined.loss} after ${done} steps`);
    optimiser.update(gradients);
    criterion.update(mined);
  } finally {
    dispose([...gradients]);
  }
  const ended = performance.now();
  const mining = mined.milliseconds;
  const parts = { network: updating - started - mining, mining, optimiser: ended - updating };
  return {
    mined,
    result: resultOf(mined, { step: done + 1, isOffline, time: { ...time, ...parts } }),
  };
}
