import { dispose, type Tensor3D, tidy } from '@tensorflow/tfjs-core';
import { normaliseRows } from '#metric/normalise.ts';
import { inputTensor } from '../inputs.ts';
import type { Network } from './network.ts';

/** Images at a time where there may be many: a convolution's insides take 100 kB an image. */
export const MOST_INPUTS = 500;

/** So many inputs from one on, at most MOST_INPUTS, as a tensor [1, count, values of each]. */
export type Inputs = (first: number, count: number) => Tensor3D;

interface EmbeddingShape {
  /** How many inputs there are, one after another. */
  readonly rows: number;
  readonly dims: number;
  /** Whether embeddings are divided by their length. */
  readonly normalise: boolean;
}

/** Inputs that lie one after another in an array. */
export function inputsIn(all: Float32Array, rows: number): Inputs {
  const size = all.length / rows;
  return (first, count) => inputTensor(all.subarray(first * size, (first + count) * size), count);
}

/**
 * Where inputs lie: row-major, `dims` numbers each. A promise, as a graphics processor answers later
 * than it is asked.
 */
export async function embedInputs(
  network: Network,
  inputs: Inputs,
  { rows, dims, normalise }: EmbeddingShape,
): Promise<Float32Array> {
  const values = new Float32Array(rows * dims);
  const embed = async (first: number) => {
    const count = Math.min(MOST_INPUTS, rows - first);
    const points = tidy(() => network.forward(inputs(first, count)));
    try {
      values.set((await points.data()) as Float32Array, first * dims);
    } finally {
      dispose(points);
    }
  };
  // All are asked for before the first answer: each waits for the graphics processor's whole queue.
  const firsts = Array.from({ length: Math.ceil(rows / MOST_INPUTS) }, (_, at) => at * MOST_INPUTS);
  await Promise.all(firsts.map(embed));
  return normalise ? Float32Array.from(normaliseRows({ values, rows, dims })) : values;
}
