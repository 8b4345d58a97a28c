import { lookUp } from '#metric/lookUp.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from '../config.ts';
import type { Dataset } from '#data/dataset.ts';
import { networks } from '../network/networks/registry.ts';
import { createTrainer } from '../trainer.ts';
import type { Backend, BackendName } from './backends.ts';

/** What a step of a network takes here, in milliseconds, on each backend that could be measured. */
export interface Calibration {
  readonly network: TrainingConfig['network'];
  readonly milliseconds: Readonly<Partial<Record<BackendName, number>>>;
}

/** Steps are measured for so long, all backends together; that they start comes on top, once. */
const BUDGET_MILLISECONDS = 300;
/** As many as a run takes in one go where a graphics card takes several. */
const AT_ONCE = 16;
/** A processor that takes longer for its first steps is not the fastest, or will never answer. */
const PATIENCE_MILLISECONDS = 5000;
const SIDE = 28;
const CLASSES = 10;
const IMAGES_OF_A_CLASS = 12;

/** Any images will do: a step takes as long whatever is on them. */
function anyImages(): Dataset {
  const labels = Uint8Array.from({ length: CLASSES * IMAGES_OF_A_CLASS }, (_, i) => i % CLASSES);
  const images = Uint8Array.from({ length: labels.length * SIDE ** 2 }, (_, i) => (i * 89) % 256);
  const samples = { images, labels };
  return { height: SIDE, width: SIDE, training: samples, heldOut: samples };
}

/** A batch as the lab begins with, or a smaller one for a network that takes long. */
const configFor = (network: TrainingConfig['network']): TrainingConfig => ({
  ...DEFAULT_CONFIG,
  network,
  ...lookUp(networks, 'network', network).trialBatch,
});

export interface CalibrateOptions {
  readonly candidates: readonly Backend[];
  readonly network: TrainingConfig['network'];
  /** The clock, in milliseconds. */
  readonly now?: () => number;
  /** Milliseconds of one step on the backend that has just been started, after a first one. */
  readonly timeSteps?: (
    network: TrainingConfig['network'],
    budget: number,
    now: () => number,
  ) => Promise<number>;
}

/**
 * Steps of training on the current backend, for so many milliseconds and at least one; the first,
 * in which shaders are compiled, does not count. The quickest says what the backend can do: others
 * on the machine make steps longer, never shorter.
 */
async function timeTraining(
  network: TrainingConfig['network'],
  budget: number,
  now: () => number,
): Promise<number> {
  const trainer = createTrainer(configFor(network), anyImages());
  try {
    await trainer.advance();
    let quickest = Number.POSITIVE_INFINITY;
    const until = now() + budget;
    do {
      const started = now();
      const { length } = await trainer.advanceBy(AT_ONCE);
      quickest = Math.min(quickest, (now() - started) / length);
    } while (now() + quickest < until);
    return quickest;
  } finally {
    trainer.dispose();
  }
}

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it took too long')), PATIENCE_MILLISECONDS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Measures what trains a network fastest on this device. A backend that does not start, or fails, is
 * left out. Afterwards whichever was measured last is the current one.
 */
export async function calibrate({
  candidates,
  network,
  now = () => performance.now(),
  timeSteps = timeTraining,
}: CalibrateOptions): Promise<Calibration> {
  const milliseconds: Partial<Record<BackendName, number>> = {};
  for (const backend of candidates) {
    try {
      await backend.start();
      milliseconds[backend.name] = await withinPatience(
        timeSteps(network, BUDGET_MILLISECONDS / candidates.length, now),
      );
    } catch {
      // What cannot train here is no candidate.
    }
  }
  return { network, milliseconds };
}

/** Backends from the quickest to the slowest; those that were not measured follow as they were. */
export const quickestFirst = (
  backends: readonly Backend[],
  { milliseconds }: Calibration,
): Backend[] =>
  backends.toSorted(
    (a, b) =>
      (milliseconds[a.name] ?? Number.POSITIVE_INFINITY) -
        (milliseconds[b.name] ?? Number.POSITIVE_INFINITY) || 0,
  );
