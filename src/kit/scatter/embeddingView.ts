/** The part of an embedding that is shown: a square, or a ball in space, around a centre. */
export interface View {
  readonly x: number;
  readonly y: number;
  /** 0 on the plane. */
  readonly z: number;
  /** Half of the side. */
  readonly half: number;
}

/** Dimensions that are drawn: the plane, or space seen from somewhere. */
export type Dims = 2 | 3;

/** Of the points, this share must be in view along each axis; a few strays may lie outside. */
const SHARE_IN_VIEW = 0.99;
const AIR = 1.12;

const quantile = (sorted: Float32Array, share: number) =>
  sorted[Math.round(share * (sorted.length - 1))] ?? 0;

/**
 * A view that holds nearly all points of a row-major embedding, in space from wherever it is seen. It
 * never gets narrower than `smallestHalf`: a collapse must look like one, not like noise magnified.
 */
export function fitView(embedding: Float32Array, smallestHalf: number, dims: Dims = 2): View {
  const axis = (offset: number) => {
    const sorted = embedding.filter((_, index) => index % dims === offset).sort();
    const low = quantile(sorted, (1 - SHARE_IN_VIEW) / 2);
    const high = quantile(sorted, (1 + SHARE_IN_VIEW) / 2);
    return { middle: (low + high) / 2, half: (high - low) / 2 };
  };
  const [x, y] = [axis(0), axis(1)];
  const centre = { x: x.middle, y: y.middle, z: dims === 3 ? axis(2).middle : 0 };
  const reach = dims === 3 ? radius(embedding, centre) : Math.max(x.half, y.half);
  return { ...centre, half: Math.max(smallestHalf, AIR * reach) };
}

function radius(points: Float32Array, { x, y, z }: Omit<View, 'half'>): number {
  const sorted = Float32Array.from({ length: points.length / 3 }, (_, row) =>
    Math.hypot(points[3 * row]! - x, points[3 * row + 1]! - y, points[3 * row + 2]! - z),
  ).sort();
  return quantile(sorted, SHARE_IN_VIEW);
}

/** The whole unit circle or sphere. */
export const UNIT_VIEW: View = { x: 0, y: 0, z: 0, half: 1.15 };

/** The view at `share` of the way from one to another. */
export const between = (from: View, to: View, share: number): View => ({
  x: from.x + share * (to.x - from.x),
  y: from.y + share * (to.y - from.y),
  z: from.z + share * (to.z - from.z),
  half: from.half + share * (to.half - from.half),
});

/** Pixel coordinates of row-major points in a square of `size` pixels; y points up on the plane. */
export function project(
  embedding: Float32Array,
  view: Pick<View, 'x' | 'y' | 'half'>,
  size: number,
): Float32Array {
  const scale = size / (2 * view.half);
  const middle = size / 2;
  return embedding.map((value, index) =>
    index % 2 === 0 ? middle + (value - view.x) * scale : middle - (value - view.y) * scale,
  );
}

/** The point of medians (by axis) of each class, row-major; NaN for a class without points. */
export function classMedians(
  points: Float32Array,
  labels: ArrayLike<number>,
  classes: number,
  dims: Dims = 2,
) {
  const medians = new Float32Array(dims * classes);
  const values = Array.from({ length: dims * classes }, (): number[] => []);
  for (let index = 0; index < points.length; index++)
    values[dims * labels[Math.floor(index / dims)]! + (index % dims)]?.push(points[index]!);
  for (const [place, own] of values.entries()) {
    own.sort((a, b) => a - b);
    medians[place] = own[own.length >> 1] ?? Number.NaN;
  }
  return medians;
}
