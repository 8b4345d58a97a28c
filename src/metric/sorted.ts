/** Below this count insertion sort beats the call into the engine's sort. */
const SHORT = 32;

/** Sorts the first `count` values in place, ascending. */
export function sortFirst(values: Float64Array, count: number): void {
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

/** The first of `count` ascending distances d with from - d < gap; `count` when there is none. */
export function firstCloserThan(
  sorted: Float64Array,
  count: number,
  from: number,
  gap: number,
): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (from - sorted[middle]! < gap) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first of `count` ascending distances d with d >= value; `count` when there is none. */
export function firstAtLeast(sorted: Float64Array, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}
