/** The part of the embedding plane that is shown: a square around a centre. */
export interface View {
  readonly x: number;
  readonly y: number;
  /** Half of the side. */
  readonly half: number;
}

/** Of the points, this share must be in view along each axis; a few strays may lie outside. */
const SHARE_IN_VIEW = 0.99;
const AIR = 1.12;

const quantile = (sorted: Float32Array, share: number) =>
  sorted[Math.round(share * (sorted.length - 1))] ?? 0;

/**
 * A view that holds nearly all points of a row-major 2-D embedding. It never gets narrower than
 * `smallestHalf`: a collapse must look like one, not like noise magnified.
 */
export function fitView(embedding: Float32Array, smallestHalf: number): View {
  const axis = (offset: 0 | 1) => {
    const sorted = embedding.filter((_, index) => index % 2 === offset).sort();
    const low = quantile(sorted, (1 - SHARE_IN_VIEW) / 2);
    const high = quantile(sorted, (1 + SHARE_IN_VIEW) / 2);
    return { middle: (low + high) / 2, half: (high - low) / 2 };
  };
  const x = axis(0);
  const y = axis(1);
  return {
    x: x.middle,
    y: y.middle,
    half: Math.max(smallestHalf, AIR * Math.max(x.half, y.half)),
  };
}

/** The view at `share` of the way from one to another. */
export const between = (from: View, to: View, share: number): View => ({
  x: from.x + share * (to.x - from.x),
  y: from.y + share * (to.y - from.y),
  half: from.half + share * (to.half - from.half),
});

/** Pixel coordinates of row-major points in a square of `size` pixels; y points up on the plane. */
export function project(embedding: Float32Array, view: View, size: number): Float32Array {
  const scale = size / (2 * view.half);
  const middle = size / 2;
  return embedding.map((value, index) =>
    index % 2 === 0 ? middle + (value - view.x) * scale : middle - (value - view.y) * scale,
  );
}

/** The point of medians (by axis) of each class, row-major; NaN for a class without points. */
export function classMedians(points: Float32Array, labels: Uint8Array, classes: number) {
  const medians = new Float32Array(2 * classes);
  for (let label = 0; label < classes; label++) {
    for (const offset of [0, 1]) {
      const own = points
        .filter((_, index) => index % 2 === offset && labels[index >> 1] === label)
        .sort();
      medians[2 * label + offset] = own[own.length >> 1] ?? Number.NaN;
    }
  }
  return medians;
}
