/** An image from outside the data, or a held-out one that was singled out. */
export interface Guest {
  /** Bytes from 0 (paper) to 255 (ink). */
  readonly pixels: Uint8Array;
  /** Its row among the held-out digits, when it is one of them. */
  readonly row?: number;
}

/** The rows of a row-major embedding that lie nearest to a point, the nearest first. */
export function nearestRows(
  embedding: Float32Array,
  point: Float32Array,
  { most, except }: { readonly most: number; readonly except: number | undefined },
): readonly number[] {
  const dims = point.length;
  const squares = Float64Array.from({ length: embedding.length / dims }, (_, row) =>
    point.reduce((sum, value, d) => sum + (embedding[row * dims + d]! - value) ** 2, 0),
  );
  return [...squares.keys()]
    .filter((row) => row !== except)
    .sort((a, b) => squares[a]! - squares[b]!)
    .slice(0, most);
}

/** The label that most of them have; of several, that of the nearest. */
export function majority(labels: readonly number[]): number | undefined {
  const votes = (label: number) => labels.filter((other) => other === label).length;
  return labels.reduce<number | undefined>(
    (best, label) => (best === undefined || votes(label) > votes(best) ? label : best),
    undefined,
  );
}

/** The next row with a label after the given one, around the end; undefined when there is none. */
export function nextOfLabel(
  labels: ArrayLike<number>,
  label: number,
  after: number,
): number | undefined {
  for (let step = 1; step <= labels.length; step++) {
    const row = (after + step) % labels.length;
    if (labels[row] === label) return row;
  }
  return undefined;
}
