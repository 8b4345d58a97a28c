import type { Digits } from '#data/digits/digitFormat.ts';
import {
  drawPopulation,
  FACE_SIDE,
  POPULATIONS,
  type PopulationName,
} from '#data/faces/population.ts';
import { equalErrorRate } from '#metric/evaluation/equalErrorRate.ts';
import { picturePairs } from '#metric/evaluation/picturePairs.ts';
import { rocCurve } from '#metric/evaluation/roc.ts';
import {
  summariseVerification,
  type VerificationSummary,
} from '#metric/evaluation/verificationSummary.ts';
import type { Backend, BackendName } from '../compute/backends.ts';
import type { TrainingConfig } from '../config.ts';
import { type Dataset, rowsOf } from '../dataset.ts';
import { createEmbedder, createUntrainedEmbedder, type Embedder } from '../network/embedder.ts';
import { gather } from '../inputs.ts';
import type { SavedNetwork } from '../network/layersModel.ts';
import { createTrainer, DivergedError, type StepResult, type Trainer } from '../trainer.ts';
import { digitConfig, FACE_CHOICES, type FaceChoices, faceConfig } from './faceConfig.ts';
import type { Snapshot } from './snapshotFormat.ts';

/** What stands for a picture: its pixels, or what a network makes of them. */
export type FaceSource = 'raw' | 'untrained' | 'pretrained' | 'trained';

export interface Embedded {
  /** Row-major, `dims` numbers a picture. */
  readonly values: Float32Array;
  readonly rows: number;
  readonly dims: number;
}

/** Upper end of a summary's bins: twice the radius of the sphere; of raw pixels, what is met. */
const endOf = (source: FaceSource): number => (source === 'raw' ? 0.6 : 2);

export interface Verified {
  readonly calibration: VerificationSummary;
  readonly test: VerificationSummary;
}

export interface EmbeddedPopulation extends Embedded {
  /** Who is on each picture, and which of their pictures it is: see faceDrawing. */
  readonly identities: Int32Array;
  readonly pictures: Int32Array;
}

/** The same for digits: those that were trained on choose the threshold, the others judge. */
export interface VerifiedDigits extends Verified {
  /** Of the test: 28 × 28 bytes each, 0 (paper) to 255 (ink), in the order of the rows. */
  readonly images: Uint8Array;
}

export interface FaceProgress {
  readonly phase: 'drawing the pictures' | 'training';
  readonly step: number;
  /** Means over the latest steps; missing before the first. */
  readonly loss?: number;
  readonly activeShare?: number;
  readonly seconds: number;
  readonly secondsLeft: number;
  /** Equal error rate on the calibration people, from time to time. */
  readonly eer?: number;
}

export interface TrainOptions {
  readonly choices: FaceChoices;
  /** The most that it may take, the drawing of the pictures included. */
  readonly seconds: number;
}

export interface TrainingEnd {
  readonly steps: number;
  readonly seconds: number;
  /** The reader stopped it: what had been learned by then is kept. */
  readonly stopped: boolean;
}

/** The people by whom sources are judged. */
export type JudgedName = Extract<PopulationName, 'calibration' | 'test'>;

export interface GalleryOptions {
  /** Strangers are matched with whoever is at most this far. */
  readonly threshold: number;
}

interface Surroundings {
  /** In the order of trying. */
  readonly backends: readonly Backend[];
  loadSnapshot(): Promise<Snapshot>;
  loadDigits(): Promise<Digits>;
  /** Resolves when waiting messages have been taken in. */
  rest(): Promise<void>;
}

const REPORT_MILLISECONDS = 200;
const JUDGE_MILLISECONDS = 2000;
const SLICE_MILLISECONDS = 16;
const GALLERY_SLICE = 500;
/** Of each digit class: more pairs would say no more. */
const DIGITS_OF_A_CLASS = 40;
/** Of the bootstrap: enough for an interval, and a matter of a second. */
const REPLICATES = 200;
const UNTRAINED_SEED = 1;
const TRAINED_DIGITS = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const UNSEEN_DIGITS = [8, 9] as const;

const eerOf = (embedded: Embedded, identities: ArrayLike<number>): number => {
  const { scores, same } = picturePairs(embedded, identities);
  return equalErrorRate(rocCurve(scores, same)).interpolated;
};

/** Pixels, scaled so that a distance is the root mean square difference of two grey values. */
function rawPixels(images: Uint8Array, size: number): Embedded {
  const rows = images.length / size;
  const values = gather({ images, labels: new Uint8Array(rows) });
  return { values: values.map((value) => value / Math.sqrt(size)), rows, dims: size };
}

const embedWith = async (embedder: Embedder, images: Uint8Array): Promise<Embedded> => {
  const values = await embedder.embed(images);
  return { values, rows: values.length / embedder.dims, dims: embedder.dims };
};

interface Search {
  readonly presented: Float32Array;
  readonly enrolled: Float32Array;
  readonly dims: number;
  /** The place in the gallery of the first of those enrolled here. */
  readonly from: number;
  readonly threshold: number;
  /** For each stranger how many are enrolled at the first match; lowered here. */
  readonly enrolledAt: Int32Array;
}

function markMatches({ presented, enrolled, dims, from, threshold, enrolledAt }: Search): void {
  const people = enrolled.length / dims;
  enrolledAt.forEach((known, stranger) => {
    if (known <= from) return;
    for (let person = 0; person < people; person++) {
      let square = 0;
      for (let d = 0; d < dims; d++)
        square += (presented[stranger * dims + d]! - enrolled[person * dims + d]!) ** 2;
      if (square > threshold ** 2) continue;
      enrolledAt[stranger] = from + person + 1;
      return;
    }
  });
}

/**
 * What the chapter on faces asks for: pictures to embeddings under four sources, a network trained on
 * the device, and the same for digits. Runs in a worker; every error's message is a sentence.
 */
export function createFaceService({ backends, loadSnapshot, loadDigits, rest }: Surroundings) {
  let begun: Promise<BackendName> | undefined;
  let untrained: Embedder | undefined;
  let pretrained: Promise<Embedder> | undefined;
  let trained: Embedder | undefined;
  /** Counts what was asked to train: an earlier one ends when a later one begins. */
  let generation = 0;

  async function begin(): Promise<BackendName> {
    for (const backend of backends) {
      try {
        await backend.start();
        return backend.name;
      } catch {
        // The next one may do; if none does, that is said below.
      }
    }
    begun = undefined;
    throw new Error('No way to compute is left in this browser.');
  }
  const ready = (): Promise<BackendName> => {
    begun ??= begin();
    return begun;
  };

  async function loadPretrained(): Promise<Embedder> {
    try {
      return createEmbedder((await loadSnapshot()).saved, true);
    } catch (error) {
      pretrained = undefined;
      throw error;
    }
  }

  async function embedderOf(source: Exclude<FaceSource, 'raw'>): Promise<Embedder> {
    await ready();
    if (source === 'pretrained') {
      pretrained ??= loadPretrained();
      return pretrained;
    }
    if (source === 'trained') {
      if (!trained) throw new Error('No network has been trained here yet.');
      return trained;
    }
    const { network, dims, normalise } = faceConfig(FACE_CHOICES);
    const shape = { height: FACE_SIDE, width: FACE_SIDE, dims };
    untrained ??= createUntrainedEmbedder(network, shape, { seed: UNTRAINED_SEED, normalise });
    return untrained;
  }

  async function embed(images: Uint8Array, source: FaceSource): Promise<Embedded> {
    return source === 'raw'
      ? rawPixels(images, FACE_SIDE ** 2)
      : embedWith(await embedderOf(source), images);
  }

  /** Trains for some time, in slices, and tells how it goes. */
  async function trainFor(
    trainer: Trainer,
    until: number,
    isWanted: () => boolean,
    report: (recent: readonly StepResult[]) => Promise<void>,
  ): Promise<void> {
    let recent: StepResult[] = [];
    let toldAt = performance.now();
    while (isWanted() && performance.now() < until) {
      const pause = performance.now() + SLICE_MILLISECONDS;
      do recent.push(await trainer.advance());
      while (performance.now() < pause);
      if (performance.now() - toldAt > REPORT_MILLISECONDS) {
        await report(recent);
        recent = [];
        toldAt = performance.now();
      }
      await rest();
    }
  }

  /** A network trained on a data set, whose held-out part says how well it goes. */
  async function learn(
    data: Dataset,
    config: TrainingConfig,
    { started, seconds }: { readonly started: number; readonly seconds: number },
    onProgress: (progress: FaceProgress) => void,
  ): Promise<{ saved: SavedNetwork; end: TrainingEnd }> {
    const mine = generation;
    const trainer = createTrainer(config, data);
    let judgedAt = 0;
    const judge = async () => {
      judgedAt = performance.now();
      const values = await trainer.embedHeldOut();
      const { labels } = data.heldOut;
      return eerOf({ values, rows: labels.length, dims: config.dims }, labels);
    };
    const elapsed = () => (performance.now() - started) / 1000;
    const mean = (of: readonly number[]) => of.reduce((sum, v) => sum + v, 0) / of.length;
    try {
      await trainFor(
        trainer,
        started + 1000 * seconds,
        () => mine === generation,
        async (recent) =>
          onProgress({
            phase: 'training',
            step: trainer.step,
            loss: mean(recent.map(({ loss }) => loss)),
            activeShare: mean(recent.map(({ activeShare }) => activeShare)),
            seconds: elapsed(),
            secondsLeft: Math.max(0, seconds - elapsed()),
            ...(performance.now() - judgedAt > JUDGE_MILLISECONDS ? { eer: await judge() } : {}),
          }),
      );
      const end = { steps: trainer.step, seconds: elapsed(), stopped: mine !== generation };
      return { saved: await trainer.weights(), end };
    } catch (error) {
      if (!(error instanceof DivergedError)) throw error;
      throw new Error('The numbers have blown up: another margin or miner would help.', {
        cause: error,
      });
    } finally {
      trainer.dispose();
    }
  }

  /** All pictures of the calibration or the test people, none of whom a network was trained on. */
  async function population(name: JudgedName, source: FaceSource): Promise<EmbeddedPopulation> {
    const drawn = await drawPopulation(POPULATIONS[name], { rest });
    const { images, identities, pictures } = drawn!;
    return { ...(await embed(images, source)), identities, pictures };
  }

  async function summarise(name: JudgedName, source: FaceSource): Promise<VerificationSummary> {
    const embedded = await population(name, source);
    return summariseVerification(embedded, embedded.identities, {
      end: endOf(source),
      replicates: REPLICATES,
    });
  }

  return {
    /** Which backend computes. Throws when none does. */
    backend: ready,
    embed,
    population,

    /** How well a source tells people apart: on those for choosing a threshold, and on the others. */
    verify: async (source: FaceSource): Promise<Verified> => ({
      calibration: await summarise('calibration', source),
      test: await summarise('test', source),
    }),

    /**
     * Trains a network on the training people, the source "trained" from then on. The former one
     * stays if this fails, or is stopped before its first step.
     */
    async train(
      { choices, seconds }: TrainOptions,
      onProgress: (progress: FaceProgress) => void,
    ): Promise<TrainingEnd> {
      const mine = ++generation;
      const started = performance.now();
      await ready();
      onProgress({
        phase: 'drawing the pictures',
        step: 0,
        seconds: 0,
        secondsLeft: seconds,
      });
      const isWanted = () => mine === generation;
      const training = await drawPopulation(POPULATIONS.training, { rest, isWanted });
      const calibration = await drawPopulation(POPULATIONS.calibration, { rest, isWanted });
      if (!training || !calibration)
        return { steps: 0, seconds: (performance.now() - started) / 1000, stopped: true };
      const data: Dataset = {
        height: FACE_SIDE,
        width: FACE_SIDE,
        training: { images: training.images, labels: training.identities },
        heldOut: { images: calibration.images, labels: calibration.identities },
      };
      const { saved, end } = await learn(
        data,
        faceConfig(choices),
        { started, seconds },
        onProgress,
      );
      if (end.steps > 0) {
        trained?.dispose();
        trained = createEmbedder(saved, true);
      }
      return end;
    },

    /** The same question asked of handwriting: trained on 0 to 7, judged on 8 and 9. */
    async verifyDigits(
      { seconds }: { readonly seconds: number },
      onProgress: (progress: FaceProgress) => void,
    ): Promise<VerifiedDigits> {
      generation++;
      await ready();
      const digits = await loadDigits();
      const started = performance.now();
      const { saved } = await learn(
        digits,
        digitConfig(TRAINED_DIGITS),
        { started, seconds },
        onProgress,
      );
      const embedder = createEmbedder(saved, true);
      const { labels, images } = digits.heldOut;
      const size = digits.height * digits.width;
      const part = async (classes: readonly number[]) => {
        const rows = classes.flatMap((label) =>
          Array.from(rowsOf(labels, [label])).slice(0, DIGITS_OF_A_CLASS),
        );
        const chosen = new Uint8Array(rows.length * size);
        rows.forEach((row, k) => {
          chosen.set(images.subarray(row * size, (row + 1) * size), k * size);
        });
        const summary = summariseVerification(
          await embedWith(embedder, chosen),
          rows.map((row) => labels[row]!),
          { end: endOf('trained'), replicates: REPLICATES },
        );
        return { summary, images: chosen };
      };
      const test = await part(UNSEEN_DIGITS);
      const verified = {
        calibration: (await part(TRAINED_DIGITS)).summary,
        test: test.summary,
        images: test.images,
      };
      embedder.dispose();
      return verified;
    },

    /**
     * Enrols everyone of the gallery with one picture, presents strangers, none of whom is in it, and
     * says for each how many must be enrolled before the first false match: one more than there are
     * where none matches. By the network that was trained in advance.
     */
    async searchGallery(
      { threshold }: GalleryOptions,
      onProgress: (enrolled: number) => void,
    ): Promise<Int32Array> {
      const embedder = await embedderOf('pretrained');
      const { gallery, strangers } = POPULATIONS;
      const presented = await embedder.embed((await drawPopulation(strangers, { rest }))!.images);
      const enrolledAt = new Int32Array(strangers.people).fill(gallery.people + 1);
      for (let from = 0; from < gallery.people; from += GALLERY_SLICE) {
        const people = Math.min(GALLERY_SLICE, gallery.people - from);
        const drawn = await drawPopulation(
          { first: gallery.first + from, people, pictures: gallery.pictures },
          { rest },
        );
        const enrolled = await embedder.embed(drawn!.images);
        markMatches({ presented, enrolled, dims: embedder.dims, from, threshold, enrolledAt });
        onProgress(from + people);
      }
      return enrolledAt;
    },

    /** Ends what trains; what it has learned is kept. */
    stop(): void {
      generation++;
    },
  };
}

export type FaceService = ReturnType<typeof createFaceService>;
