import { drawTrails, type TrailsDrawing } from './drawTrails.ts';
import {
  type Brush,
  discBrush,
  fillPixels,
  type Pixels,
  pressStamp,
  type Rgb,
  ringBrush,
  type Stamp,
} from './pixels.ts';

export interface PointsDrawing extends TrailsDrawing {
  readonly paper: Rgb;
  readonly radius: number;
  /** Labels whose points are rings. */
  readonly rings?: ReadonlySet<number> | undefined;
  /** What is drawn in place of each dot. */
  readonly stamps?: readonly Stamp[] | undefined;
  /** How near each point is to the eye, 0 (farthest) to 1: nearer ones are larger, denser and on top. */
  readonly nearness?: Float32Array | undefined;
}

const OPACITY = 0.8;
const FAINT = 0.1;
/** The farthest points have so much of the radius and of the opacity. */
const FAR_RADIUS = 0.65;
const FAR_OPACITY = 0.35;
/** So many sizes of dots stand for all depths. */
const SIZES = 6;
/** Thickness of a ring, and how much wider than a disc it is, in radii: as much ink, and a hole. */
const RING = { thickness: 0.7, radius: 1.15 } as const;

interface Brushes {
  readonly disc: Brush;
  readonly ring: Brush;
}

const brushesOf = (radius: number): Brushes => ({
  disc: discBrush(radius),
  ring: ringBrush(RING.radius * radius, RING.thickness * radius),
});

/** The points from back to front; without depths, as they come. */
const inOrder = (count: number, nearness: Float32Array | undefined): ArrayLike<number> => {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  return nearness ? order.sort((a, b) => nearness[a]! - nearness[b]!) : order;
};

/** Draws thousands of dots, rings or little images on paper, over the trails that they left. */
export function drawPoints(pixels: Pixels, drawing: PointsDrawing): void {
  const { points, labels, colours, paper, isolated, radius, rings, stamps, nearness } = drawing;
  fillPixels(pixels, paper);
  drawTrails(pixels, drawing);
  const sizes = Array.from({ length: nearness ? SIZES : 1 }, (_, size) =>
    brushesOf(nearness ? radius * (FAR_RADIUS + ((1 - FAR_RADIUS) * size) / (SIZES - 1)) : radius),
  );
  const draw = (point: number, most: number) => {
    const label = labels[point]!;
    const near = nearness ? nearness[point]! : 1;
    const opacity = most * (FAR_OPACITY + (1 - FAR_OPACITY) * near);
    const [x, y] = [points[2 * point]!, points[2 * point + 1]!];
    const colour = colours[label % colours.length]!;
    const stamp = stamps?.[point];
    if (stamp) {
      const corner = { left: Math.round(x - stamp.side / 2), top: Math.round(y - stamp.side / 2) };
      pressStamp(pixels, stamp, corner, colour, opacity);
      return;
    }
    const { disc, ring } = sizes[Math.round(near * (sizes.length - 1))] ?? sizes[0]!;
    (rings?.has(label) ? ring : disc)(pixels, x, y, colour, opacity);
  };
  const order = inOrder(labels.length, nearness);
  for (let place = 0; place < order.length; place++) {
    const point = order[place]!;
    if (isolated === undefined) draw(point, OPACITY);
    else if (labels[point] !== isolated) draw(point, FAINT);
  }
  if (isolated === undefined) return;
  for (let place = 0; place < order.length; place++) {
    if (labels[order[place]!] === isolated) draw(order[place]!, OPACITY);
  }
}
