import { dataFile } from '#data/dataFile.ts';
import { normaliseRows } from '#metric/normalise.ts';
import { loadSnapshot } from '../faces/loadSnapshot.ts';
import type { Snapshot } from '../faces/snapshotFormat.ts';
import { createForward } from '../network/forward.ts';

/** Networks that `npm run signs` trains, by the name of their file. */
export const SIGN_NETWORKS = ['triplet', 'views', 'glyphs'] as const;
export type SignNetwork = (typeof SIGN_NETWORKS)[number];

/** What stands for a drawn sign: its pixels, or what a network makes of them. */
export type SignSource = 'pixels' | SignNetwork;

/** One image, 28 × 28 bytes from 0 (paper) to 255 (ink), to a point of length 1. */
export type EmbedSign = (image: Uint8Array) => Float32Array;

const toUnit = (values: Float32Array): Float32Array =>
  Float32Array.from(normaliseRows({ values, rows: 1, dims: values.length }));

/** How an image's pixels stand for it, brought to length 1 like everything that they are compared with. */
export const embedPixels: EmbedSign = (image) => toUnit(Float32Array.from(image));

/** What a trained network makes of an image. Throws a RangeError when its weights do not fit it. */
export function embedWith({ saved }: Snapshot): EmbedSign {
  const forward = createForward(saved);
  return (image) => toUnit(forward(image));
}

const fetched = new Map<SignNetwork, Promise<EmbedSign>>();

/**
 * How a source embeds, on this thread: a network is fetched when it is first asked for. Rejects with a
 * sentence; whoever asks again tries again.
 */
export function signSource(source: SignSource): Promise<EmbedSign> {
  if (source === 'pixels') return Promise.resolve(embedPixels);
  const known = fetched.get(source);
  if (known) return known;
  const asked = loadSnapshot(dataFile(`signs-${source}.bin`)).then(embedWith);
  fetched.set(source, asked);
  asked.catch(() => fetched.delete(source));
  return asked;
}
