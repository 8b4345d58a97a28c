import { MNIST } from '#data/digits/digitSource.ts';
import { FACES } from '#data/faces/faceSource.ts';
import type { DataSource } from '#data/sources/registry.ts';
import type { TrainingConfig } from '#training/config.ts';
import { DIGIT_CONFIG, type FaceChoices, faceConfig } from '#training/faces/faceConfig.ts';
import type { Verified } from '#training/faces/faceService.ts';
import type { SavedNetwork } from '#training/network/layersModel.ts';
import { type Run, stepOf } from '#training/run/run.ts';
import { type TimedTraining, trainForSeconds } from '#training/run/timedTraining.ts';
import { createTrainingClient, type TrainingClient } from '#training/service/client.ts';
import type { Source } from './definition.ts';
import { type Progress, SECONDS } from './progress.ts';

/** How often the network is judged on the way. */
const JUDGE_MILLISECONDS = 2000;

/** What was learned, and how well it tells pairs apart. */
interface Learned {
  readonly source: Source;
  readonly verified: Verified;
  /** Of the test digits, where there are any: 28 × 28 bytes each. */
  readonly images?: Uint8Array;
}

interface Recipe {
  readonly config: TrainingConfig;
  readonly data: DataSource;
  readonly seconds: number;
  judge(client: TrainingClient, saved: SavedNetwork): Promise<Learned>;
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
  config: faceConfig(choices),
  data: FACES,
  seconds: SECONDS,
  judge: async (client, saved) => ({
    source: 'trained',
    verified: await client.askFaces(async (faces) => {
      await faces.adopt(saved);
      return faces.verify('trained');
    }),
  }),
});

/** The same for digits: trained on 0 to 7. */
const DIGITS: Recipe = {
  config: DIGIT_CONFIG,
  data: MNIST,
  seconds: SECONDS / 3,
  async judge(client, saved) {
    const verified = await client.askFaces((faces) => faces.verifyDigits(saved));
    return { source: 'digits', verified, images: verified.images };
  },
};

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
      phase: stepOf(run) === 0 ? 'loading' : 'training',
      step: stepOf(run),
      seconds: spent,
      secondsLeft: Math.max(0, seconds - spent),
      eer,
    });
    rate(run);
  };
}

/** Trains networks one after the other, in a worker that starts with the first. */
export class Learner {
  readonly #client = createTrainingClient();
  #training: TimedTraining | undefined;

  /**
   * Trains on faces with some choices, or else on digits, and judges what came of it; undefined when it
   * was stopped before its first step. Rejects with a sentence.
   */
  async learn(
    choices: FaceChoices | undefined,
    show: (run: Run, progress: Progress) => void,
  ): Promise<Learned | undefined> {
    const { config, data, seconds, judge } = choices ? faceRecipe(choices) : DIGITS;
    let last: Run | undefined;
    const tell = createProgress(this.#client, seconds, (run, progress) => {
      last = run;
      show(run, progress);
    });
    this.#training = trainForSeconds({
      client: this.#client,
      config,
      data,
      seconds,
      onChange: tell,
    });
    const saved = await this.#training.learned;
    if (!saved || !last) return undefined;
    show(last, { phase: 'judging', step: stepOf(last), seconds, secondsLeft: 0, eer: undefined });
    return judge(this.#client, saved);
  }

  stop(): void {
    this.#training?.stop();
  }

  dispose(): void {
    this.#client.dispose();
  }
}
