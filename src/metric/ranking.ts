/** More buckets than values, so that most hold at most one. */
const BUCKETS_PER_VALUE = 6;

/** Places among buckets are whole numbers of 32 bits, and rounding is far below a bucket, up to here. */
const MOST_BUCKETS = 2 ** 30;

/** With more values in one bucket (an outlier has stretched the range) places are searched by halves. */
const CROWD = 8;

/** A whole number of 32 bits between 0 and `most`, without branches: which way they go cannot be foretold. */
function clamp(value: number, most: number): number {
  const excess = (value & ~(value >> 31)) - most;
  return most + (excess & (excess >> 31));
}

/**
 * An anchor's distances to some rows in ascending order, to be searched many times. Equal buckets
 * between the smallest and the largest sort them, and say where a search begins: mostly a comparison
 * or two from where it ends. Reused from anchor to anchor.
 */
export class Ranking {
  /** In ascending order; beyond `count` nothing is nearer. */
  readonly sorted: Float64Array;
  count = 0;
  /** The place of the first distance in or after each bucket. */
  private readonly starts: Int32Array;
  private readonly cursors: Int32Array;
  private buckets = 0;
  private least = 0;
  private most = 0;
  private bucketsPerUnit = 0;
  /** Values in the fullest bucket. */
  private fullest = 0;

  constructor(capacity: number) {
    this.sorted = new Float64Array(capacity + 1);
    this.starts = new Int32Array(BUCKETS_PER_VALUE * capacity + 2);
    this.cursors = new Int32Array(BUCKETS_PER_VALUE * capacity + 2);
  }

  /** Ranks the distances of these rows. */
  rank(distances: Float64Array, rows: Int32Array): void {
    const { sorted, starts, cursors } = this;
    const count = rows.length;
    this.count = count;
    if (count === 0) return;
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < count; i++) {
      const distance = distances[rows[i]!]!;
      if (distance < least) least = distance;
      if (distance > most) most = distance;
    }
    const buckets = BUCKETS_PER_VALUE * count;
    const bucketsPerUnit = Math.min(buckets / (most - least), Number.MAX_VALUE);
    this.least = least;
    this.most = most;
    this.buckets = buckets;
    this.bucketsPerUnit = bucketsPerUnit;

    starts.fill(0, 0, buckets + 2);
    for (let i = 0; i < count; i++) {
      const position = (distances[rows[i]!]! - least) * bucketsPerUnit;
      starts[(position < buckets ? position | 0 : buckets) + 1]!++;
    }
    let fullest = 0;
    for (let bucket = 0; bucket <= buckets; bucket++) {
      const before = starts[bucket]!;
      const inside = starts[bucket + 1]!;
      cursors[bucket] = before;
      starts[bucket + 1] = before + inside;
      if (inside > fullest) fullest = inside;
    }
    this.fullest = fullest;
    for (let i = 0; i < count; i++) {
      const distance = distances[rows[i]!]!;
      const position = (distance - least) * bucketsPerUnit;
      sorted[cursors[position < buckets ? position | 0 : buckets]!++] = distance;
    }
    this.sortWithinBuckets();
    sorted[count] = Number.POSITIVE_INFINITY;
  }

  private sortWithinBuckets(): void {
    const { sorted, count } = this;
    if (this.fullest > CROWD) {
      sorted.subarray(0, count).sort();
      return;
    }
    for (let i = 1; i < count; i++) {
      const value = sorted[i]!;
      let j = i - 1;
      for (; j >= 0 && sorted[j]! > value; j--) sorted[j + 1] = sorted[j]!;
      sorted[j + 1] = value;
    }
  }

  /**
   * For each of these rows, `from` its distance, the place of the first ranked distance d with
   * from - d < gap; `count` where there is none.
   */
  placesCloserThan(
    distances: Float64Array,
    rows: Int32Array,
    gap: number,
    places: Int32Array,
  ): void {
    const { sorted, starts, buckets, least, bucketsPerUnit } = this;
    const farthestPosition = bucketsPerUnit * (this.most + Math.abs(gap));
    if (this.count === 0 || this.fullest > CROWD || !(farthestPosition < MOST_BUCKETS)) {
      this.placesByHalves(distances, rows, gap, places);
      return;
    }
    const { length } = rows;
    for (let k = 0; k < length; k++) {
      const from = distances[rows[k]!]!;
      // From the bucket before on, as the position is rounded: all in earlier ones are nearer.
      const position = Math.min((from - gap - least) * bucketsPerUnit - 1, MOST_BUCKETS);
      let place = starts[clamp(position | 0, buckets)]!;
      // Counted instead of branched upon: whether a step is needed cannot be foretold.
      place += Number(from - sorted[place]! >= gap);
      place += Number(from - sorted[place]! >= gap);
      while (from - sorted[place]! >= gap) place++;
      places[k] = place;
    }
  }

  private placesByHalves(
    distances: Float64Array,
    rows: Int32Array,
    gap: number,
    places: Int32Array,
  ): void {
    const { sorted, count } = this;
    const { length } = rows;
    for (let k = 0; k < length; k++) {
      const from = distances[rows[k]!]!;
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (from - sorted[middle]! < gap) high = middle;
        else low = middle + 1;
      }
      places[k] = low;
    }
  }

  /** For each of these rows, the place of the first ranked distance that is not nearer. */
  placesAtLeast(distances: Float64Array, rows: Int32Array, places: Int32Array): void {
    // No difference of two numbers lies between 0 and the smallest positive number.
    this.placesCloserThan(distances, rows, Number.MIN_VALUE, places);
  }
}
