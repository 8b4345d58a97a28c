export type Rgb = readonly [number, number, number];

/** The part of ImageData that drawing needs. */
interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

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

/** How much of each pixel of a square a disc in its middle covers. */
function discCoverage(radius: number): { coverage: Float32Array; reach: number } {
  const reach = Math.ceil(radius);
  const side = 2 * reach + 1;
  const coverage = Float32Array.from({ length: side * side }, (_, index) => {
    const distance = Math.hypot((index % side) - reach, Math.floor(index / side) - reach);
    return Math.min(1, Math.max(0, radius + 0.5 - distance));
  });
  return { coverage, reach };
}

/**
 * Draws thousands of dots by writing pixels: several times faster than canvas arcs, whatever the
 * graphics processor.
 */
export function drawPoints(pixels: Pixels, drawing: PointsDrawing): void {
  const { data, width, height } = pixels;
  const { points, labels, colours, paper, isolated, radius } = drawing;
  const { coverage, reach } = discCoverage(radius);
  const side = 2 * reach + 1;
  // A pixel as the one number that its four bytes make on this machine.
  const blank = new Uint32Array(Uint8Array.of(...paper, 255).buffer)[0]!;
  new Uint32Array(data.buffer, data.byteOffset, width * height).fill(blank);
  const draw = (point: number, opacity: number) => {
    const left = Math.round(points[2 * point]!) - reach;
    const top = Math.round(points[2 * point + 1]!) - reach;
    if (!(left >= 0 && top >= 0 && left + side <= width && top + side <= height)) return;
    const [red, green, blue] = colours[labels[point]!]!;
    for (let cell = 0; cell < coverage.length; cell++) {
      const alpha = opacity * coverage[cell]!;
      if (alpha === 0) continue;
      const at = 4 * ((top + Math.floor(cell / side)) * width + left + (cell % side));
      data[at]! += alpha * (red - data[at]!);
      data[at + 1]! += alpha * (green - data[at + 1]!);
      data[at + 2]! += alpha * (blue - data[at + 2]!);
    }
  };
  for (let point = 0; point < labels.length; point++) {
    if (isolated === undefined) draw(point, OPACITY);
    else if (labels[point] !== isolated) draw(point, FAINT);
  }
  if (isolated === undefined) return;
  for (let point = 0; point < labels.length; point++) {
    if (labels[point] === isolated) draw(point, OPACITY);
  }
}
