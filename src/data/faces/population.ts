import { faceRaster } from './face.ts';
import { FACE_SIDE } from './faceSide.ts';

/** Numbered people of whom there are so many pictures each. */
export interface Population {
  /** The number of the first of them. */
  readonly first: number;
  readonly people: number;
  readonly pictures: number;
}

/**
 * Nobody belongs to two of these. A network is trained on one, a threshold chosen on another, and
 * both judged by people who had no part in either: that is what "unseen" means.
 */
export const POPULATIONS = {
  training: { first: 0, people: 400, pictures: 10 },
  calibration: { first: 1_000_000, people: 60, pictures: 6 },
  test: { first: 2_000_000, people: 100, pictures: 6 },
  gallery: { first: 3_000_000, people: 10_000, pictures: 1 },
  strangers: { first: 4_000_000, people: 200, pictures: 1 },
} as const satisfies Readonly<Record<string, Population>>;

export type PopulationName = keyof typeof POPULATIONS;

/** Rasters one after another, FACE_SIDE² bytes each, and whom and which picture each shows. */
export interface Pictures {
  readonly images: Uint8Array;
  readonly identities: Int32Array;
  readonly pictures: Int32Array;
}

/** How long one slice of drawing may take: what else the thread has to do waits as long. */
const SLICE_MILLISECONDS = 12;

/**
 * All pictures of a population, person after person, drawn in slices between which `rest` is
 * awaited.
 */
export async function drawPopulation(
  { first, people, pictures }: Population,
  rest: () => Promise<void>,
): Promise<Pictures> {
  const count = people * pictures;
  const images = new Uint8Array(count * FACE_SIDE ** 2);
  const identities = Int32Array.from({ length: count }, (_, i) => first + Math.floor(i / pictures));
  const numbers = Int32Array.from({ length: count }, (_, i) => i % pictures);
  let until = performance.now() + SLICE_MILLISECONDS;
  for (let i = 0; i < count; i++) {
    images.set(faceRaster(identities[i]!, numbers[i]!, FACE_SIDE), i * FACE_SIDE ** 2);
    if (performance.now() < until) continue;
    await rest();
    until = performance.now() + SLICE_MILLISECONDS;
  }
  return { images, identities, pictures: numbers };
}
