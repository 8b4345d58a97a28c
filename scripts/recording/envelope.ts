/**
 * The least concave curve that lies on or above the values: straight between the values it touches.
 * A camera that follows it shows everything at every moment and never jerks.
 */
export function concaveEnvelope(values: readonly number[]): number[] {
  const hull: number[] = [];
  values.forEach((value, index) => {
    while (hull.length >= 2) {
      const [a, b] = [hull.at(-2)!, hull.at(-1)!];
      const slope = (value - values[a]!) / (index - a);
      if (values[b]! > values[a]! + slope * (b - a)) break;
      hull.pop();
    }
    hull.push(index);
  });
  let piece = 0;
  return values.map((_, index) => {
    if (piece + 2 < hull.length && index > hull[piece + 1]!) piece++;
    const a = hull[piece]!;
    const b = hull[piece + 1] ?? a;
    return a === b ? values[a]! : values[a]! + ((values[b]! - values[a]!) * (index - a)) / (b - a);
  });
}
