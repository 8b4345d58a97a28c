import { equalErrorRate } from '#metric/evaluation/equalErrorRate.ts';
import { fewShotAccuracy, refusals } from '#metric/evaluation/fewShot.ts';
import { rocCurve } from '#metric/evaluation/roc.ts';
import { createRandom } from '#metric/random.ts';
import type { EmbedSign } from '#training/signs/signSources.ts';
import { GLYPH_SIDE } from '#data/glyphs/glyph.ts';
import type { SignData } from './networks.ts';

export const SHOTS = [1, 3, 5] as const;
export const DRAWS = 200;
/** So many classes are met at a time: as many as there are digits that no network saw. */
export const WAYS = 4;
/** Of glyphs, since kinds abound. */
export const MANY_WAYS = 20;
/** With which a threshold is chosen: what the figure begins with. */
const MET = { ways: 3, shots: 3 } as const;
const SEED = 1;

interface Labelled {
  readonly images: Uint8Array;
  readonly labels: ArrayLike<number>;
}

/** Images one after another to points of length 1, where one knows how to embed one. */
export function embedAll(embed: EmbedSign, images: Uint8Array): Float32Array {
  const size = GLYPH_SIDE ** 2;
  const points = Array.from({ length: images.length / size }, (_, row) =>
    embed(images.subarray(row * size, (row + 1) * size)),
  );
  const dims = points[0]!.length;
  const values = new Float32Array(points.length * dims);
  points.forEach((point, row) => {
    values.set(point, row * dims);
  });
  return values;
}

/** Many images to points of length 1. */
export type EmbedMany = (images: Uint8Array) => Promise<Float32Array>;

const embedded = (values: Float32Array, { labels }: Labelled) => ({
  values,
  rows: labels.length,
  dims: values.length / labels.length,
});

/** Accuracies on classes never seen, by the number of examples. */
export async function judgeNewClasses(embed: EmbedMany, { unseenDigits, test }: SignData) {
  const [digits, kinds] = [await embed(unseenDigits.images), await embed(test.images)];
  const at = (values: Float32Array, samples: Labelled, ways: number) =>
    SHOTS.map((shots) =>
      fewShotAccuracy(embedded(values, samples), samples.labels, {
        ways,
        shots,
        draws: DRAWS,
        random: createRandom(SEED),
        unit: true,
      }),
    );
  return {
    digits: at(digits, unseenDigits, WAYS),
    kinds: at(kinds, test, WAYS),
    manyKinds: at(kinds, test, MANY_WAYS),
  };
}

/**
 * The threshold at which strangers are taken as often as acquaintances are refused, on the calibration
 * kinds, and how often either happens with it on the test kinds.
 */
export async function chooseThreshold(embed: EmbedMany, { calibration, test }: SignData) {
  const met = async (samples: Labelled) =>
    refusals(embedded(await embed(samples.images), samples), samples.labels, {
      ...MET,
      draws: DRAWS,
      random: createRandom(SEED),
      unit: true,
    });
  const { distances, known } = await met(calibration);
  const curve = rocCurve(
    distances.map((distance) => -distance),
    known,
  );
  const { interpolated } = equalErrorRate(curve);
  const threshold = -curve.thresholds[curve.far.findIndex((far) => far >= interpolated)]!;
  const judged = await met(test);
  const rate = (isKnown: boolean, isAccepted: boolean) => {
    const of = judged.distances.filter((_, i) => judged.known[i] === isKnown);
    return of.filter((distance) => distance <= threshold === isAccepted).length / of.length;
  };
  return { threshold, falseAccepts: rate(false, true), falseRejects: rate(true, false) };
}
