/** The sums that say which turn brings one row-major set of points of the plane nearest to another. */
function turnTowards(points: ArrayLike<number>, like: ArrayLike<number>, mirror: 1 | -1) {
  let along = 0;
  let across = 0;
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i]!, mirror * points[i + 1]!];
    along += x * like[i]! + y * like[i + 1]!;
    across += x * like[i + 1]! - y * like[i]!;
  }
  return { mirror, along, across, fit: Math.hypot(along, across) };
}

/**
 * The points of a plane (row-major, two numbers each), turned about the origin, and mirrored where
 * that fits better, so that each lies as near as it can to the point of the same row in `like`: the
 * orthogonal Procrustes problem (Schönemann 1966), in the plane in closed form. Distances stay what
 * they are. Throws when the two have different numbers of points, or half a point.
 */
export function alignPlane(points: Float32Array, like: ArrayLike<number>): Float32Array {
  if (points.length !== like.length || points.length % 2 !== 0)
    throw new RangeError(
      `points of the plane have two numbers each, as many as those they are turned to: ${points.length} and ${like.length}`,
    );
  const turns = [turnTowards(points, like, 1), turnTowards(points, like, -1)];
  const { mirror, along, across, fit } = turns[1]!.fit > turns[0]!.fit ? turns[1]! : turns[0]!;
  if (fit === 0) return points.slice();
  const [cosine, sine] = [along / fit, across / fit];
  return points.map((value, i) =>
    i % 2 === 0
      ? cosine * value - sine * mirror * points[i + 1]!
      : sine * points[i - 1]! + cosine * mirror * value,
  );
}
