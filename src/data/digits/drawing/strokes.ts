/** How dark each pixel is, from 0 (paper) to 1 (ink), row by row. */
export interface Ink {
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
}

interface StrokePoint {
  readonly x: number;
  readonly y: number;
}

/** Where the pen went between touching the paper and leaving it; y points down. */
export type Stroke = readonly StrokePoint[];

/** The drawing's longer side in pixels: a few for each that is left after scaling. */
const SIDE = 160;
/** Of the drawing's longer side, as wide as a pen on MNIST's digits. */
const PEN = 0.13;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

function boxOf(points: readonly StrokePoint[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const lowest = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const highest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  const [left, top] = [lowest(xs), lowest(ys)];
  const side = Math.max(highest(xs) - left, highest(ys) - top);
  // A dot has no extent; any will do.
  return { left, top, side: side > 0 ? side : 1 };
}

const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** The distance of (x, y) from the line between two points. */
function distanceFrom(a: StrokePoint, b: StrokePoint, x: number, y: number): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  const along = square > 0 ? between(((x - a.x) * dx + (y - a.y) * dy) / square, 0, 1) : 0;
  const [offX, offY] = [x - a.x - along * dx, y - a.y - along * dy];
  // Several times as quick as Math.hypot, and nothing here overflows.
  return Math.sqrt(offX * offX + offY * offY);
}

/**
 * Strokes as ink, antialiased, drawn with a round pen whose width follows the size of the drawing:
 * the same digit written small or large is the same picture. Its width is a share of the drawing's
 * longer side, `side` pixels long. Undefined without any point.
 */
export function rasterise(
  strokes: readonly Stroke[],
  { pen = PEN, side = SIDE }: { readonly pen?: number; readonly side?: number } = {},
): Ink | undefined {
  const points = strokes.flat();
  if (points.length === 0) return undefined;
  const box = boxOf(points);
  const radius = (pen * side) / 2;
  const margin = Math.ceil(radius + 1);
  const size = side + 2 * margin;
  const values = new Float32Array(size * size);
  const place = ({ x, y }: StrokePoint): StrokePoint => ({
    x: margin + ((x - box.left) / box.side) * side,
    y: margin + ((y - box.top) / box.side) * side,
  });

  function drawLine(a: StrokePoint, b: StrokePoint): void {
    const bottom = Math.ceil(Math.max(a.y, b.y) + margin);
    const right = Math.ceil(Math.max(a.x, b.x) + margin);
    for (let y = Math.max(0, Math.floor(Math.min(a.y, b.y) - margin)); y < bottom; y++) {
      for (let x = Math.max(0, Math.floor(Math.min(a.x, b.x) - margin)); x < right; x++) {
        if (x >= size || y >= size) continue;
        const ink = between(radius + 0.5 - distanceFrom(a, b, x + 0.5, y + 0.5), 0, 1);
        const at = y * size + x;
        values[at] = Math.max(values[at]!, ink);
      }
    }
  }

  for (const stroke of strokes) {
    const places = stroke.map(place);
    for (const [index, point] of places.entries()) drawLine(places[index - 1] ?? point, point);
  }
  return { values, width: size, height: size };
}
