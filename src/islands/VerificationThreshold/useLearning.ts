import { batch, type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { MNIST } from '#data/digits/digitSource.ts';
import { FACES } from '#data/faces/faceSource.ts';
import type { DataSource } from '#data/sources/registry.ts';
import type { TrainingConfig } from '#training/config.ts';
import { DIGIT_CONFIG, type FaceChoices, faceConfig } from '#training/faces/faceConfig.ts';
import type { Verified } from '#training/faces/faceService.ts';
import type { SavedNetwork } from '#training/network/layersModel.ts';
import { type Run, stepOf } from '#training/run/run.ts';
import type { TimedTraining } from '#training/run/timedTraining.ts';
import type { TrainingClient } from '#training/service/client.ts';
import type { Source } from './definition.ts';

/** The most that training may take, in seconds. */
export const SECONDS = 30;
/** How often the network is judged on the way. */
const JUDGE_MILLISECONDS = 2000;

/** How far the training of the reader's own network is. */
interface Progress {
  readonly phase: 'loading' | 'training' | 'judging';
  readonly step: number;
  readonly seconds: number;
  readonly secondsLeft: number;
  /** Equal error rate on the calibration people, from time to time. */
  readonly eer: number | undefined;
}

export interface Learning {
  /** The run that trains, or trained last. */
  readonly run: Signal<Run | undefined>;
  /** Missing while nothing is trained. */
  readonly progress: Signal<Progress | undefined>;
  /** The test digits, once there are any: 28 × 28 bytes each. */
  readonly digits: Signal<Uint8Array | undefined>;
  train(choices: FaceChoices): void;
  /** The same for digits: trained on 0 to 7. */
  trainDigits(): void;
  stop(): void;
}

interface LearningOptions {
  complain(problem: string): void;
  /** The network that was trained here has been judged. */
  onTrained(source: Source, verified: Verified): void;
}

interface Recipe {
  readonly source: Source;
  readonly config: TrainingConfig;
  readonly data: DataSource;
  readonly seconds: number;
  judge(client: TrainingClient, saved: SavedNetwork): Promise<Verified>;
}

/** Asks for the equal error rate of what a run tells, not too often. */
function createErrorRates(client: TrainingClient, onRate: (eer: number) => void) {
  let askedAt = Number.NEGATIVE_INFINITY;
  let asked: Float32Array | undefined;
  return ({ embedding, heldOut, settings: { dims } }: Run) => {
    const now = performance.now();
    if (!embedding || !heldOut || embedding === asked || now < askedAt + JUDGE_MILLISECONDS) return;
    [askedAt, asked] = [now, embedding];
    const { labels } = heldOut;
    void client
      .askFaces((faces) =>
        faces.errorRate({ values: embedding, rows: labels.length, dims }, labels),
      )
      .then(onRate, () => {
        // The training itself will say what is wrong.
      });
  };
}

const faceRecipe = (choices: FaceChoices): Recipe => ({
  source: 'trained',
  config: faceConfig(choices),
  data: FACES,
  seconds: SECONDS,
  judge: (client, saved) =>
    client.askFaces(async (faces) => {
      await faces.adopt(saved);
      return faces.verify('trained');
    }),
});

const digitRecipe = (onImages: (images: Uint8Array | undefined) => void): Recipe => ({
  source: 'digits',
  config: DIGIT_CONFIG,
  data: MNIST,
  seconds: SECONDS / 3,
  async judge(client, saved) {
    const verified = await client.askFaces((faces) => faces.verifyDigits(saved));
    onImages(verified.images);
    return verified;
  },
});

/** Turns what a run tells into what the figure shows of it. */
function createProgress(
  client: TrainingClient,
  seconds: number,
  show: (run: Run, progress: Progress) => void,
) {
  let startedAt: number | undefined;
  let eer: number | undefined;
  const rate = createErrorRates(client, (found) => {
    eer = found;
  });
  return (run: Run) => {
    if (run.phase === 'open') startedAt ??= performance.now();
    const spent = startedAt === undefined ? 0 : (performance.now() - startedAt) / 1000;
    show(run, {
      phase: startedAt === undefined ? 'loading' : 'training',
      step: stepOf(run),
      seconds: spent,
      secondsLeft: Math.max(0, seconds - spent),
      eer,
    });
    rate(run);
  };
}

/** Trains a network in the reader's browser, in a worker that starts with the first training. */
export function useLearning({ complain, onTrained }: LearningOptions): Learning {
  const run = useSignal<Run>();
  const progress = useSignal<Progress>();
  const digits = useSignal<Uint8Array>();
  const client = useRef<TrainingClient>();
  const training = useRef<TimedTraining>();
  useEffect(() => () => client.current?.dispose(), []);

  async function begin({ config, data, seconds }: Recipe): Promise<SavedNetwork | undefined> {
    const [{ createTrainingClient }, { trainForSeconds }] = await Promise.all([
      import('#training/service/client.ts'),
      import('#training/run/timedTraining.ts'),
    ]);
    client.current ??= createTrainingClient();
    const onChange = createProgress(client.current, seconds, (nextRun, nextProgress) =>
      batch(() => {
        run.value = nextRun;
        progress.value = nextProgress;
      }),
    );
    training.current = trainForSeconds({ client: client.current, config, data, seconds, onChange });
    return training.current.learned;
  }

  /** Trains, judges what came of it, and keeps that; a problem is told in a sentence. */
  async function learn(recipe: Recipe): Promise<void> {
    const { seconds: secondsLeft } = recipe;
    progress.value = { phase: 'loading', step: 0, seconds: 0, secondsLeft, eer: undefined };
    try {
      const saved = await begin(recipe);
      if (saved && client.current) {
        progress.value = { ...progress.value, phase: 'judging' };
        onTrained(recipe.source, await recipe.judge(client.current, saved));
      }
    } catch (error) {
      complain((error as Error).message);
      client.current?.dispose();
      client.current = undefined;
    }
    progress.value = undefined;
  }

  const keepImages = (images: Uint8Array | undefined) => {
    digits.value = images;
  };
  return {
    run,
    progress,
    digits,
    train: (choices) => void learn(faceRecipe(choices)),
    trainDigits: () => void learn(digitRecipe(keepImages)),
    stop: () => training.current?.stop(),
  };
}
