/** Root mean square distance between the same points of two embeddings, row-major in the plane. */
export function movement(from: Float32Array, to: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < from.length; index++) sum += (to[index]! - from[index]!) ** 2;
  return Math.sqrt((2 * sum) / from.length);
}

/** Walks the frames and keeps each one that lies at least `stride` from the one kept before. */
function keepEvery(stride: number, frames: readonly Float32Array[]): number[] {
  const kept = [0];
  for (let index = 1; index < frames.length; index++) {
    if (movement(frames[kept.at(-1)!]!, frames[index]!) >= stride) kept.push(index);
  }
  if (kept.at(-1) !== frames.length - 1) kept.push(frames.length - 1);
  return kept;
}

/**
 * Indices of at most `most` frames, the first and the last among them, about equally far apart in
 * movement: where much happens in a few steps, those steps are kept, and where little happens, few.
 */
export function selectKeyframes(frames: readonly Float32Array[], most: number): number[] {
  let low = 0;
  let high = movement(frames[0]!, frames.at(-1)!) + 1e6;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (keepEvery(middle, frames).length > most) low = middle;
    else high = middle;
  }
  return keepEvery(high, frames);
}
