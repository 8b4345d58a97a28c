import { hasMargin, isHinge, type Observation } from './observation.ts';

/** How large the cloud of embeddings is beside what it should be. */
export interface CloudSize {
  readonly size: 'point' | 'small' | 'wide';
  /** What was compared with what, with the reader's numbers. */
  readonly because: string;
}

/** Below a tenth the lab speaks of collapse; a fresh network starts at half, or above. */
const POINT = 0.1;
const WIDE = 0.5;

const sizeOf = (ratio: number): CloudSize['size'] => {
  if (ratio < POINT) return 'point';
  return ratio < WIDE ? 'small' : 'wide';
};

const short = (number: number) => Number(number.toPrecision(2)).toString();

function bySpread({ spread, margin, squared, loss, lengths }: Observation): CloudSize | undefined {
  if (spread === undefined) return undefined;
  if (margin !== undefined && hasMargin(loss)) {
    const isSquared = squared && isHinge(loss);
    const length = isSquared ? Math.sqrt(margin) : margin;
    const name = isSquared ? `√m = ${short(length)}` : `m = ${short(length)}`;
    return {
      size: sizeOf(spread / length),
      because: `a spread of ${short(spread)} beside ${name}`,
    };
  }
  // Unit vectors all over the sphere have a spread of 1.
  if (lengths === 'free') return undefined;
  return {
    size: sizeOf(spread),
    because: `a spread of ${short(spread)}, where unit vectors all over the sphere have 1`,
  };
}

function byDeviation({ std, dims, norm, lengths }: Observation): CloudSize | undefined {
  if (std === undefined) return undefined;
  // Free vectors are measured by their own length.
  const length = lengths === 'free' ? norm : 1;
  if (length === undefined || length === 0) return undefined;
  const relative = std / length;
  if (dims === undefined) {
    if (relative < 1e-4)
      return { size: 'point', because: `a deviation of ${short(std)} in each coordinate` };
    return undefined;
  }
  const even = 1 / Math.sqrt(dims);
  const size = sizeOf(relative / even);
  const isLike = size === 'wide' ? 'about' : 'far from';
  const scale = length === 1 ? '' : ` × the length ${short(length)}`;
  return {
    size,
    because: `a deviation of ${short(std)} in each coordinate, ${isLike} 1/√D${scale} = ${short(even * length)}`,
  };
}

/** By the spread where it can be read, else by the deviation; undefined where neither tells. */
export const cloudSize = (observation: Observation): CloudSize | undefined =>
  bySpread(observation) ?? byDeviation(observation);
