/** A source of uniform random numbers in [0, 1). Passed in wherever chance plays a part. */
export type Random = () => number;

/** A seeded source (mulberry32): the same seed gives the same sequence on every machine. */
export function createRandom(seed: number): Random {
  if (!Number.isInteger(seed)) throw new TypeError(`a seed must be a whole number, not ${seed}`);
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number in [0, count). */
export function randomIndex(random: Random, count: number): number {
  return Math.floor(random() * count);
}

/** Moves a random choice of `count` items to the front of the array, in random order. */
export function shuffleFront(items: Int32Array, count: number, random: Random): void {
  for (let i = 0; i < count; i++) {
    const j = i + randomIndex(random, items.length - i);
    const item = items[i]!;
    items[i] = items[j]!;
    items[j] = item;
  }
}

/** A normally distributed number of mean 0 and variance 1, from two draws (Box and Muller 1958). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
