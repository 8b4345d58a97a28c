/**
 * How far apart `count` points on the unit sphere of `dims` dimensions can be at best, plain: no
 * arrangement has a larger least distance. On the circle and for up to dims + 1 points this is
 * reached; else it is a bound (Rankin 1955; on the sphere in space Fejes Tóth 1943), near enough to
 * tell what cannot be. Infinite for a single point, which has no distances.
 */
export function widestSpacing(count: number, dims: number): number {
  if (!(Number.isInteger(count) && count >= 1 && Number.isInteger(dims) && dims >= 2))
    throw new RangeError(
      `a spacing is of one point or more in two dimensions or more, not of ${count} in ${dims}`,
    );
  if (count === 1) return Number.POSITIVE_INFINITY;
  if (dims === 2) return 2 * Math.sin(Math.PI / count);
  const rankin = count <= dims + 1 ? Math.sqrt((2 * count) / (count - 1)) : Math.SQRT2;
  return dims === 3 && count > 2 ? Math.min(rankin, fejesToth(count)) : rankin;
}

const fejesToth = (count: number) =>
  Math.sqrt(4 - 1 / Math.sin((Math.PI * count) / (6 * (count - 2))) ** 2);
