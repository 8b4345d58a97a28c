import { type Tensor, tensor, tidy, type Variable } from '@tensorflow/tfjs-core';

/** The numbers of several tensors, one after another. */
export async function flatten(tensors: readonly Tensor[]): Promise<Float32Array> {
  const values = new Float32Array(tensors.reduce((total, { size }) => total + size, 0));
  let place = 0;
  for (const each of tensors) {
    values.set((await each.data()) as Float32Array, place);
    place += each.size;
  }
  return values;
}

/** The part of each of several tensors in what `flatten` made of them. */
export function partsOf(values: Float32Array, tensors: readonly Tensor[]): Float32Array[] {
  let place = 0;
  return tensors.map(({ size }) => {
    place += size;
    return values.subarray(place - size, place);
  });
}

/** Sets variables to what `flatten` read. */
export function assign(variables: readonly Variable[], values: Float32Array): void {
  const parts = partsOf(values, variables);
  variables.forEach((variable, index) => {
    tidy(() => variable.assign(tensor(parts[index]!, variable.shape)));
  });
}
