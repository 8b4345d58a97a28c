import type { Tensor } from '@tensorflow/tfjs-core';
import { numbersOf } from '#kernels/numbersOf.ts';

export const sizeOf = (tensors: readonly Tensor[]): number =>
  tensors.reduce((total, { size }) => total + size, 0);

/** Calls with each tensor's numbers, where they lie, and their part of an array that has all of them. */
function forEachPart(
  tensors: readonly Tensor[],
  flat: Float32Array,
  use: (numbers: Float32Array, part: Float32Array) => void,
): void {
  let place = 0;
  for (const tensor of tensors) {
    use(numbersOf(tensor), flat.subarray(place, place + tensor.size));
    place += tensor.size;
  }
}

/** Writes the numbers of several tensors into an array, one after another. */
export const flatten = (tensors: readonly Tensor[], flat: Float32Array): void =>
  forEachPart(tensors, flat, (numbers, part) => part.set(numbers));

/** Gives tensors the numbers that `flatten` wrote. */
export const assign = (tensors: readonly Tensor[], flat: Float32Array): void =>
  forEachPart(tensors, flat, (numbers, part) => numbers.set(part));

/** Adds to tensors the numbers that `flatten` wrote. */
export const increase = (tensors: readonly Tensor[], flat: Float32Array): void =>
  forEachPart(tensors, flat, (numbers, part) => {
    for (let place = 0; place < part.length; place++) numbers[place]! += part[place]!;
  });
