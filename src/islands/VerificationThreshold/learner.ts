import { MNIST } from '#data/digits/digitSource.ts';
import { FACES } from '#data/faces/faceSource.ts';
import type { DataSource } from '#data/sources/registry.ts';
import type { TrainingConfig } from '#training/config.ts';
import { POPULATIONS } from '#data/faces/population.ts';
import {
  DIGIT_CONFIG,
  DIGITS_OF_A_CLASS,
  type FaceChoices,
  faceConfig,
  TRAINED_DIGITS,
  UNSEEN_DIGITS,
} from '#training/faces/faceConfig.ts';
import { pairsOf, type Verified } from '#training/faces/verifyPairs.ts';
import type { SavedNetwork } from '#training/network/layersModel.ts';
import { type Run, stepOf } from '#training/run/run.ts';
import { type TimedTraining, trainUntil } from '#training/run/timedTraining.ts';
import { createTrainingClient, type TrainingClient } from '#training/service/client.ts';
import type { Source } from './definition.ts';
import { type Progress, SECONDS } from './progress.ts';

/** How often the network is judged on the way. */
const JUDGE_MILLISECONDS = 2000;
/** Judging may take so many times as long as it was found to, and what has to be fetched for it so long. */
const RESERVE = 1.5;
const FETCH_MILLISECONDS = 1000;

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
  /** Whether the held-out pictures are those by whom the threshold is chosen. */
  readonly isJudgedOnTheWay: boolean;
  /** By so many pairs it is judged in the end. */
  readonly pairs: number;
  judge(client: TrainingClient, saved: SavedNetwork): Promise<Learned>;
}

/** Asks for the equal error rate of what a run tells, not too often, and never while it is being asked. */
function createErrorRates(client: TrainingClient, onRate: (eer: number) => void) {
  let askedAt = Number.NEGATIVE_INFINITY;
  let asked: Float32Array | undefined;
  let isAsking = false;
  return ({ embedding, heldOut, settings: { dims } }: Run) => {
    const now = performance.now();
    if (!embedding || !heldOut || isAsking) return;
    if (embedding === asked || now < askedAt + JUDGE_MILLISECONDS) return;
    [askedAt, asked, isAsking] = [now, embedding, true];
    const { labels } = heldOut;
    void client
      .askFaces((faces) =>
        faces.errorRate({ values: embedding, rows: labels.length, dims }, labels),
      )
      .then(onRate, () => {
        // The training itself will say what is wrong.
      })
      .finally(() => {
        isAsking = false;
      });
  };
}

const pairsOfPeople = ({ people, pictures }: { people: number; pictures: number }) =>
  pairsOf(people * pictures);
const pairsOfDigits = ({ length }: readonly number[]) => pairsOf(length * DIGITS_OF_A_CLASS);

const faceRecipe = (choices: FaceChoices): Recipe => ({
  config: faceConfig(choices),
  data: FACES,
  seconds: SECONDS.faces,
  isJudgedOnTheWay: true,
  pairs: pairsOfPeople(POPULATIONS.calibration) + pairsOfPeople(POPULATIONS.test),
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
  seconds: SECONDS.digits,
  isJudgedOnTheWay: false,
  pairs: pairsOfDigits(TRAINED_DIGITS) + pairsOfDigits(UNSEEN_DIGITS),
  async judge(client, saved) {
    const verified = await client.askFaces((faces) => faces.verifyDigits(saved));
    return { source: 'digits', verified, images: verified.images };
  },
};

type Show = (progress: Progress) => void;

/** Turns what a run tells into what the figure shows of it. */
function createProgress(
  client: TrainingClient | undefined,
  times: Pick<Progress, 'beganAt' | 'endsAt'>,
  show: Show,
) {
  let eer: number | undefined;
  const rate =
    client &&
    createErrorRates(client, (found) => {
      eer = found;
    });
  return (run: Run) => {
    const step = stepOf(run);
    show({ ...times, phase: step === 0 ? 'starting' : 'training', step, eer });
    rate?.(run);
  };
}

/** Trains networks one after the other, in a worker that starts with the first. */
export class Learner {
  readonly #client = createTrainingClient();
  #training: TimedTraining | undefined;
  #isStopped = false;
  /** How long judging takes a pair, in milliseconds: rehearsed, and then as it was last. */
  #judging: number | undefined;

  /**
   * Trains on faces with some choices, or else on digits, and judges what came of it, all within the
   * seconds that it may take since `beganAt`; undefined when it was stopped before its first step.
   * Rejects with a sentence.
   */
  async learn(
    choices: FaceChoices | undefined,
    beganAt: number,
    show: Show,
  ): Promise<Learned | undefined> {
    this.#isStopped = false;
    const recipe = choices ? faceRecipe(choices) : DIGITS;
    const { config, data, pairs } = recipe;
    const endsAt = beganAt + 1000 * recipe.seconds;
    this.#judging ??= await this.#client.askFaces((faces) => faces.rehearse());
    const reserve = FETCH_MILLISECONDS + RESERVE * pairs * this.#judging;
    if (this.#isStopped) return undefined;
    const judge = recipe.isJudgedOnTheWay ? this.#client : undefined;
    const tell = createProgress(judge, { beganAt, endsAt }, show);
    const until = endsAt - reserve;
    this.#training = trainUntil({ client: this.#client, config, data, until, onChange: tell });
    const saved = await this.#training.learned;
    if (!saved) return undefined;
    const judgedFrom = performance.now();
    const times = { beganAt, endsAt: Math.min(endsAt, judgedFrom + reserve) };
    show({ ...times, phase: 'judging' });
    const learned = await recipe.judge(this.#client, saved);
    this.#judging = (performance.now() - judgedFrom) / pairs;
    return learned;
  }

  stop(): void {
    this.#isStopped = true;
    this.#training?.stop();
  }

  dispose(): void {
    this.#client.dispose();
  }
}
