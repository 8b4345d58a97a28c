/**
 * A number in [0, 1) that belongs to a seed and a name, the same on every machine. Not a sequence:
 * another parameter added to a face leaves the others as they were.
 */
export function chance(seed: number, name: string): number {
  if (!Number.isInteger(seed)) throw new TypeError(`a seed must be a whole number, not ${seed}`);
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return scramble(hash);
}

/** A whole number to one in [0, 1), neighbours to places far apart (the end of MurmurHash3). */
export function scramble(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

export interface Range {
  readonly min: number;
  readonly max: number;
  /** Whole numbers only, both ends included: a choice. */
  readonly whole?: true;
}

/** A value for each range, drawn from a seed. */
export function drawAll<Name extends string>(
  seed: number,
  ranges: Readonly<Record<Name, Range>>,
): Record<Name, number> {
  const draw = (name: Name) => {
    const { min, max, whole } = ranges[name];
    const share = chance(seed, name);
    return whole ? min + Math.floor(share * (max - min + 1)) : min + share * (max - min);
  };
  const names = Object.keys(ranges) as Name[];
  return Object.fromEntries(names.map((name) => [name, draw(name)])) as Record<Name, number>;
}
