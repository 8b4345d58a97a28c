import { drawTrail, type Pixels, type Rgb } from './pixels.ts';

interface Trails {
  /** Pixel coordinates of the points, the oldest first. */
  readonly past: readonly Float32Array[];
  /** How much of them is left to see, 0 to 1. */
  readonly strength: number;
}

export interface TrailsDrawing {
  /** Pixel coordinates, row-major. */
  readonly points: Float32Array;
  readonly labels: ArrayLike<number>;
  /** Of the classes in turn; with more classes than colours they begin again. */
  readonly colours: readonly Rgb[];
  /** Only this class in colour, the others faint or, of trails, left out. */
  readonly isolated: number | undefined;
  readonly trails?: Trails | undefined;
}

/** Of the colour, where the trail reaches its point. */
const DENSEST = 0.3;

/** Draws where each point came from, fainter the longer ago. */
export function drawTrails(pixels: Pixels, drawing: TrailsDrawing): void {
  const { points, labels, colours, isolated, trails } = drawing;
  if (!trails || trails.strength <= 0) return;
  const places = [...trails.past, points];
  const densest = DENSEST * trails.strength;
  const at = (place: Float32Array, point: number) => ({
    x: place[2 * point]!,
    y: place[2 * point + 1]!,
  });
  for (let piece = 1; piece < places.length; piece++) {
    const [before, after] = [places[piece - 1]!, places[piece]!];
    const opacity = {
      from: (densest * (piece - 1)) / (places.length - 1),
      to: (densest * piece) / (places.length - 1),
    };
    for (let point = 0; point < labels.length; point++) {
      const label = labels[point]!;
      if (isolated !== undefined && label !== isolated) continue;
      const colour = colours[label % colours.length]!;
      drawTrail(pixels, at(before, point), at(after, point), colour, opacity);
    }
  }
}
