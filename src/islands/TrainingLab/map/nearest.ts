/** The point nearest to (x, y) within `reach` pixels, or undefined. Points are row-major. */
export function nearestPoint(
  points: Float32Array,
  { x, y, reach }: { x: number; y: number; reach: number },
  isShown: (point: number) => boolean,
): number | undefined {
  let nearest: number | undefined;
  let least = reach * reach;
  for (let point = 0; 2 * point < points.length; point++) {
    const square = (points[2 * point]! - x) ** 2 + (points[2 * point + 1]! - y) ** 2;
    if (square <= least && isShown(point)) {
      least = square;
      nearest = point;
    }
  }
  return nearest;
}

/** Directions of the arrow keys on the screen, where y points down. */
export const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The next point from (x, y) in a direction: near, and within 45 degrees of it. The least step is
 * a pixel, so that walking gets through a crowd.
 */
export function nextPoint(
  points: Float32Array,
  { x, y, direction: [dx, dy] }: { x: number; y: number; direction: readonly [number, number] },
  isShown: (point: number) => boolean,
): number | undefined {
  let next: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let point = 0; 2 * point < points.length; point++) {
    const right = points[2 * point]! - x;
    const down = points[2 * point + 1]! - y;
    const along = right * dx + down * dy;
    const aside = Math.abs(right * dy - down * dx);
    if (along < 1 || aside > along || !isShown(point)) continue;
    const cost = along + 2 * aside;
    if (cost < least) {
      least = cost;
      next = point;
    }
  }
  return next;
}
