/**
 * Whether all medians of row-major places lie within so much room: their names would hide one
 * another, and with them the collapse that they stand on. A class without points has none.
 */
export function arePiled(medians: ArrayLike<number>, room: number): boolean {
  const extent = (axis: 0 | 1) => {
    const values = Array.from(medians).filter(
      (value, index) => index % 2 === axis && Number.isFinite(value),
    );
    return Math.max(...values) - Math.min(...values);
  };
  return Math.max(extent(0), extent(1)) < room;
}
