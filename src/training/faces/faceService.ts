import type { Dataset } from '#data/dataset.ts';
import { rowsOf } from '#data/dataset.ts';
import { FACE_SIDE } from '#data/faces/faceSide.ts';
import { drawPopulation, POPULATIONS, type PopulationName } from '#data/faces/population.ts';
import { equalErrorRate } from '#metric/evaluation/equalErrorRate.ts';
import { picturePairs } from '#metric/evaluation/picturePairs.ts';
import { rocCurve } from '#metric/evaluation/roc.ts';
import type { SavedNetwork } from '../network/layersModel.ts';
import type { HandOver } from '../service/session.ts';
import type { Workshop } from '../service/workshop.ts';
import { DIGITS_OF_A_CLASS, TRAINED_DIGITS, UNSEEN_DIGITS } from './faceConfig.ts';
import { type Embedded, FaceSources, type FaceSource } from './faceSources.ts';
import { type GalleryOptions, searchGallery } from './gallery.ts';
import type { Snapshot } from './snapshotFormat.ts';
import { type Part, pairsOf, summarise, type Verified, verifyPairs } from './verifyPairs.ts';

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

/** The people by whom sources are judged. */
export type JudgedName = Extract<PopulationName, Part>;

interface FaceServiceOptions {
  readonly workshop: Workshop;
  loadSnapshot(): Promise<Snapshot>;
  loadDigits(): Promise<Dataset>;
  /** What an answer hands over to the page instead of copying it; by default nothing. */
  readonly handOver?: HandOver;
}

/** How far the distances of what the page brings along reach; those of a network made here may differ. */
const ENDS: Readonly<Record<Exclude<FaceSource, 'trained'>, number>> = {
  raw: 0.6,
  untrained: 2,
  pretrained: 2,
};

/** Some of the held-out digits of some classes. */
function pickDigits({ heldOut, height, width }: Dataset, classes: readonly number[]) {
  const { labels, images } = heldOut;
  const size = height * width;
  const rows = classes.flatMap((label) =>
    Array.from(rowsOf(labels, [label])).slice(0, DIGITS_OF_A_CLASS),
  );
  const chosen = new Uint8Array(rows.length * size);
  rows.forEach((row, k) => {
    chosen.set(images.subarray(row * size, (row + 1) * size), k * size);
  });
  return { images: chosen, labels: rows.map((row) => labels[row]!) };
}

/** The equal error rate of all pairs of rows, on an embedding that the page has by it. */
function errorRate(embedded: Embedded, identities: ArrayLike<number>): number {
  const { scores, same } = picturePairs(embedded, identities);
  return equalErrorRate(rocCurve(scores, same)).interpolated;
}

/**
 * What the chapter on faces asks for besides training: pictures to embeddings under four sources, and
 * how well these tell people apart. Runs in the worker that trains; every error's message is a
 * sentence.
 */
export function createFaceService(options: FaceServiceOptions) {
  const { workshop, loadSnapshot, loadDigits, handOver = (answer) => answer } = options;
  const sources = new FaceSources(workshop, loadSnapshot);
  const rest = workshop.yieldToMessages;
  const handedOver = <T extends Embedded>(embedded: T): T =>
    handOver(embedded, [embedded.values.buffer]);

  /** All pictures of the calibration or the test people, none of whom a network was trained on. */
  async function population(name: JudgedName, source: FaceSource): Promise<EmbeddedPopulation> {
    const { images, identities, pictures } = await drawPopulation(POPULATIONS[name], rest);
    return { ...(await sources.embed(images, source)), identities, pictures };
  }

  return {
    embed: async (images: Uint8Array, source: FaceSource): Promise<Embedded> =>
      handedOver(await sources.embed(images, source)),
    population: async (name: JudgedName, source: FaceSource): Promise<EmbeddedPopulation> =>
      handedOver(await population(name, source)),
    errorRate,

    /** How well a source tells people apart: on those for choosing a threshold, and on the others. */
    async verify(source: FaceSource): Promise<Verified> {
      const parts = {
        calibration: await population('calibration', source),
        test: await population('test', source),
      };
      return verifyPairs(parts, source === 'trained' ? undefined : ENDS[source]);
    },

    /**
     * How long judging takes here, in milliseconds a pair: that of the calibration people by a network
     * before its training, once there is a backend.
     */
    async rehearse(): Promise<number> {
      await sources.embed(new Uint8Array(FACE_SIDE ** 2), 'untrained');
      const startedAt = performance.now();
      const people = await population('calibration', 'untrained');
      summarise(people, ENDS.untrained);
      return (performance.now() - startedAt) / pairsOf(people.rows);
    },

    /** The source "trained" from then on. */
    adopt: (saved: SavedNetwork): Promise<void> => sources.adopt(saved),

    /** The same question asked of handwriting, of a network that was trained on 0 to 7. */
    async verifyDigits(saved: SavedNetwork): Promise<VerifiedDigits> {
      const digits = await loadDigits();
      const part = async (classes: readonly number[]) => {
        const { images, labels } = pickDigits(digits, classes);
        return { ...(await sources.embedOnce(saved, images)), images, identities: labels };
      };
      const test = await part(UNSEEN_DIGITS);
      const calibration = await part(TRAINED_DIGITS);
      return { ...verifyPairs({ calibration, test }), images: test.images };
    },

    /** See gallery.ts. */
    searchGallery: (asked: GalleryOptions, onProgress: (enrolled: number) => void) =>
      searchGallery(sources, asked, { rest, onProgress }),
  };
}

export type FaceService = ReturnType<typeof createFaceService>;
