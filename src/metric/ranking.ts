/** Below this count insertion sort beats the call into the engine's sort. */
const SHORT = 32;

/** More buckets than values, so that most hold at most one. */
const BUCKETS_PER_VALUE = 2;

function sortFirst(values: Float64Array, count: number): void {
  if (count > SHORT) {
    values.subarray(0, count).sort();
    return;
  }
  for (let i = 1; i < count; i++) {
    const value = values[i]!;
    let j = i - 1;
    for (; j >= 0 && values[j]! > value; j--) values[j + 1] = values[j]!;
    values[j + 1] = value;
  }
}

/**
 * An anchor's distances to some rows in ascending order, to be searched many times. Equal buckets
 * between the smallest and the largest say where a search begins, which leaves a step or two of
 * the binary search: three times faster than all of it. Reused from anchor to anchor.
 */
export class Ranking {
  readonly sorted: Float64Array;
  count = 0;
  /** The place of the first distance in or after each bucket. */
  private readonly starts: Int32Array;
  private buckets = 0;
  private least = 0;
  private bucketsPerUnit = 0;

  constructor(capacity: number) {
    this.sorted = new Float64Array(capacity);
    this.starts = new Int32Array(BUCKETS_PER_VALUE * capacity + 2);
  }

  /** Ranks the distances of these rows. */
  rank(distances: Float64Array, rows: Int32Array): void {
    const { sorted, starts } = this;
    const count = rows.length;
    this.count = count;
    if (count === 0) return;
    for (let i = 0; i < count; i++) sorted[i] = distances[rows[i]!]!;
    sortFirst(sorted, count);

    const least = sorted[0]!;
    const range = sorted[count - 1]! - least;
    const buckets = BUCKETS_PER_VALUE * count;
    const bucketsPerUnit = Math.min(buckets / range, Number.MAX_VALUE);
    this.least = least;
    this.buckets = buckets;
    this.bucketsPerUnit = bucketsPerUnit;
    for (let bucket = 0, place = 0; bucket <= buckets; bucket++) {
      while (place < count && (sorted[place]! - least) * bucketsPerUnit < bucket) place++;
      starts[bucket] = place;
    }
    starts[buckets + 1] = count;
  }

  /** The place of the first distance d with from - d < gap; `count` when there is none. */
  firstCloserThan(from: number, gap: number): number {
    const { sorted, starts, count, buckets } = this;
    if (count === 0) return 0;
    // Most negatives of a trained network are farther than every positive, most of a fresh one nearer.
    if (from - sorted[count - 1]! >= gap) return count;
    if (from - sorted[0]! < gap) return 0;
    const position = (from - gap - this.least) * this.bucketsPerUnit;
    const bucket = position >= buckets ? buckets : position > 0 ? position | 0 : 0;
    let low = starts[bucket]!;
    let high = starts[bucket + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (from - sorted[middle]! < gap) high = middle;
      else low = middle + 1;
    }
    // The bucket was rounded, the comparison is not: where they disagree, it decides.
    while (low < count && from - sorted[low]! >= gap) low++;
    while (low > 0 && from - sorted[low - 1]! < gap) low--;
    return low;
  }

  /** The place of the first distance d >= value; `count` when there is none. */
  firstAtLeast(value: number): number {
    // No difference of two numbers lies between 0 and the smallest positive number.
    return this.firstCloserThan(value, Number.MIN_VALUE);
  }
}
