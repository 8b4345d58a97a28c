import { discBrush, fillPixels, type Pixels, type Rgb } from './pixels.ts';

interface PointsDrawing {
  /** Pixel coordinates, row-major. */
  readonly points: Float32Array;
  readonly labels: Uint8Array;
  readonly colours: readonly Rgb[];
  readonly paper: Rgb;
  /** Only this class in colour, the others faint. */
  readonly isolated: number | undefined;
  readonly radius: number;
}

const OPACITY = 0.8;
const FAINT = 0.1;

/** Draws thousands of dots on paper. */
export function drawPoints(pixels: Pixels, drawing: PointsDrawing): void {
  const { points, labels, colours, paper, isolated, radius } = drawing;
  const brush = discBrush(radius);
  fillPixels(pixels, paper);
  const draw = (point: number, opacity: number) =>
    brush(pixels, points[2 * point]!, points[2 * point + 1]!, colours[labels[point]!]!, opacity);
  for (let point = 0; point < labels.length; point++) {
    if (isolated === undefined) draw(point, OPACITY);
    else if (labels[point] !== isolated) draw(point, FAINT);
  }
  if (isolated === undefined) return;
  for (let point = 0; point < labels.length; point++) {
    if (labels[point] === isolated) draw(point, OPACITY);
  }
}
