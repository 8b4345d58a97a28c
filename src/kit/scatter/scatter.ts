import { DEFAULT_ORBIT, type Orbit, projectOrbit } from '../plane/orbit.ts';
import { drawPoints } from './drawPoints.ts';
import { type Dims, project, type View } from './embeddingView.ts';
import { type Images, imageStamps } from './imageStamps.ts';
import { type Arrival, type Cloud, createMotion } from './motion.ts';
import { type Palette, readPalette } from './palette.ts';
import type { Stamp } from './pixels.ts';

/** Side of the drawing in its own units, on which labels and the pointer are placed. */
export const SIZE = 500;
const RADIUS = 2.2;
const SHARPEST = 2;
/** Side of a little image, in units of the drawing. */
const IMAGE_SIDE = 17;

/** What has been drawn, in the units of SIZE. */
export interface Drawn {
  /** Row-major places of the samples. */
  readonly points: Float32Array;
  /** Row-major places of the classes' medians. */
  readonly medians: Float32Array;
  /** How near each median is to the eye, 0 to 1; missing on the plane. */
  readonly medianNearness: Float32Array | undefined;
  /** Units of the drawing per unit of the embedding. */
  readonly scale: number;
  /** Where points of the cloud's space, row-major, lie in the drawing. */
  readonly placesOf: (points: Float32Array) => Float32Array;
}

/** How points are drawn. */
export interface Look {
  /** Only this class in colour, the others faint. */
  readonly isolated?: number | undefined;
  /** Labels whose points are rings. */
  readonly rings?: ReadonlySet<number>;
  /** Drawn in place of the dots. */
  readonly images?: Images | undefined;
  readonly hasTrails?: boolean;
}

interface ScatterOptions {
  readonly canvas: HTMLCanvasElement;
  /** After each frame, with what it took. */
  readonly onDrawn: (drawn: Drawn, milliseconds: number) => void;
}

/** From 0, the farthest side of the view, to 1, the nearest. */
const nearnessOf = (depths: Float32Array, half: number): Float32Array =>
  depths.map((depth) => Math.min(1, Math.max(0, (depth / half + 1) / 2)));

/** What is seen of points in a view from an orbit: their places, and in space how near they are. */
function look(points: Float32Array, dims: Dims, view: View, orbit: Orbit) {
  if (dims === 2) return { places: project(points, view, SIZE), nearness: undefined };
  const centre = [view.x, view.y, view.z];
  const about = points.map((value, index) => value - centre[index % 3]!);
  const { plane, depths } = projectOrbit(about, orbit);
  return {
    places: project(plane, { x: 0, y: 0, half: view.half }, SIZE),
    nearness: nearnessOf(depths, view.half),
  };
}

/** Draws the samples on a canvas, in motion while they move, in the colours of the theme. */
export function createScatter({ canvas, onDrawn }: ScatterOptions) {
  const motion = createMotion();
  let palette: Palette = readPalette();
  let cloud: Pick<Cloud, 'labels' | 'dims'> = { labels: [], dims: 2 };
  let style: Look = {};
  let orbit: Orbit = DEFAULT_ORBIT;
  let stamps: { readonly images: Images; readonly side: number; readonly list: readonly Stamp[] };
  let image: ImageData | undefined;
  let request: number | undefined;

  function fitCanvas(): number {
    const size = Math.round(canvas.clientWidth * Math.min(SHARPEST, devicePixelRatio));
    if (size > 0 && canvas.width !== size) {
      canvas.width = size;
      canvas.height = size;
      image = undefined;
    }
    return canvas.width;
  }

  /** Made once for each size of the drawing. */
  function stampsFor(images: Images, side: number): readonly Stamp[] {
    if (stamps?.images !== images || stamps.side !== side)
      stamps = { images, side, list: imageStamps(images, side) };
    return stamps.list;
  }

  function frame(now: number): void {
    request = undefined;
    const started = performance.now();
    const scene = motion.at(now);
    // Pixels are written from here in every frame: a bitmap on the graphics processor would be slower.
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const size = fitCanvas();
    if (!scene) {
      context.clearRect(0, 0, size, size);
      return;
    }
    image ??= context.createImageData(size, size);
    const sharpness = size / SIZE;
    const { dims, labels } = cloud;
    const seen = (points: Float32Array) => look(points, dims, scene.view, orbit);
    const inPixels = (places: Float32Array) => places.map((value) => value * sharpness);
    const { places, nearness } = seen(scene.points);
    const { past, strength } = motion.trail(now);
    const showsTrail = style.hasTrails === true && strength > 0;
    drawPoints(image, {
      points: inPixels(places),
      labels,
      colours: palette.digits,
      paper: palette.paper,
      isolated: style.isolated,
      radius: Math.max(1.5, RADIUS * sharpness),
      rings: style.rings,
      nearness,
      stamps: style.images && stampsFor(style.images, Math.round(IMAGE_SIDE * sharpness)),
      trails: showsTrail
        ? { past: past.map((points) => inPixels(seen(points).places)), strength }
        : undefined,
    });
    context.putImageData(image, 0, 0);
    const medians = seen(scene.medians);
    const drawn = {
      points: places,
      medians: medians.places,
      medianNearness: medians.nearness,
      scale: SIZE / (2 * scene.view.half),
      placesOf: (points: Float32Array) => seen(points).places,
    };
    onDrawn(drawn, performance.now() - started);
    if (motion.isMoving(now) || showsTrail) redraw();
  }

  function redraw(): void {
    request ??= requestAnimationFrame(frame);
  }

  return {
    redraw,
    show(next: Cloud, arrival: Arrival) {
      cloud = next;
      motion.arrive(next, arrival, performance.now());
      redraw();
    },
    setLook(next: Look): void {
      style = next;
      redraw();
    },
    turn(next: Orbit): void {
      orbit = next;
      redraw();
    },
    readTheme(): void {
      palette = readPalette();
      redraw();
    },
    clear(): void {
      motion.clear();
      redraw();
    },
    stop(): void {
      if (request !== undefined) cancelAnimationFrame(request);
    },
  };
}

export type Scatter = ReturnType<typeof createScatter>;
