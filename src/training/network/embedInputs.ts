import { dispose, tidy } from '@tensorflow/tfjs-core';
import { normaliseRows } from '#metric/normalise.ts';
import { inputTensor } from '../inputs.ts';
import type { Network } from './network.ts';

/** Images at a time where there may be many: a convolution's insides take 100 kB an image. */
const CHUNK = 500;

interface EmbeddingShape {
  /** How many inputs there are, one after another. */
  readonly rows: number;
  readonly dims: number;
  /** Whether embeddings are divided by their length. */
  readonly normalise: boolean;
}

/**
 * Where inputs lie: row-major, `dims` numbers each. A promise, as a graphics processor answers later
 * than it is asked.
 */
export async function embedInputs(
  network: Network,
  inputs: Float32Array,
  { rows, dims, normalise }: EmbeddingShape,
): Promise<Float32Array> {
  const size = inputs.length / rows;
  const values = new Float32Array(rows * dims);
  for (let first = 0; first < rows; first += CHUNK) {
    const part = inputs.subarray(first * size, (first + CHUNK) * size);
    const points = tidy(() => network.forward(inputTensor(part, part.length / size)));
    try {
      values.set((await points.data()) as Float32Array, first * dims);
    } finally {
      dispose(points);
    }
  }
  return normalise ? Float32Array.from(normaliseRows({ values, rows, dims })) : values;
}
