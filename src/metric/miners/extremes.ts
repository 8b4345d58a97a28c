/** The first of the rows at the smallest distance, or undefined when there are none. */
export function nearest(rows: Int32Array, distances: Float64Array): number | undefined {
  let best: number | undefined;
  let least = Infinity;
  for (let i = 0; i < rows.length; i++) {
    const distance = distances[rows[i]!]!;
    if (best === undefined || distance < least) {
      best = rows[i]!;
      least = distance;
    }
  }
  return best;
}

/** The first of the rows at the largest distance, or undefined when there are none. */
export function farthest(rows: Int32Array, distances: Float64Array): number | undefined {
  let best: number | undefined;
  let most = -Infinity;
  for (let i = 0; i < rows.length; i++) {
    const distance = distances[rows[i]!]!;
    if (best === undefined || distance > most) {
      best = rows[i]!;
      most = distance;
    }
  }
  return best;
}
