/** The first of the rows at the smallest distance, or undefined when there are none. */
export function nearest(rows: Int32Array, distances: Float64Array): number | undefined {
  const { length } = rows;
  if (length === 0) return undefined;
  let best = rows[0]!;
  let least = distances[best]!;
  for (let i = 1; i < length; i++) {
    const distance = distances[rows[i]!]!;
    if (distance < least) {
      best = rows[i]!;
      least = distance;
    }
  }
  return best;
}

/** The first of the rows at the largest distance, or undefined when there are none. */
export function farthest(rows: Int32Array, distances: Float64Array): number | undefined {
  const { length } = rows;
  if (length === 0) return undefined;
  let best = rows[0]!;
  let most = distances[best]!;
  for (let i = 1; i < length; i++) {
    const distance = distances[rows[i]!]!;
    if (distance > most) {
      best = rows[i]!;
      most = distance;
    }
  }
  return best;
}
