import { DEFAULT_ORBIT, type Orbit, projectOrbit } from '../plane/orbit.ts';
import { drawPoints } from './drawPoints.ts';
import { type Dims, project, type View } from './embeddingView.ts';
import { type Images, imageStamps } from './imageStamps.ts';
import { type Arrival, type Cloud, createMotion, type Scene } from './motion.ts';
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
  /** Of the cloud that is drawn: whoever draws over it goes by these, another may be on its way. */
  readonly dims: Dims;
  readonly isUnit: boolean;
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

/** Little images of the samples: made once for each size of the drawing. */
class Stamps {
  #made:
    | { readonly images: Images; readonly side: number; readonly list: readonly Stamp[] }
    | undefined;

  of(images: Images, side: number): readonly Stamp[] {
    if (this.#made?.images !== images || this.#made.side !== side)
      this.#made = { images, side, list: imageStamps(images, side) };
    return this.#made.list;
  }
}

/** Draws the samples on a canvas, in motion while they move, in the colours of the theme. */
export class Scatter {
  readonly #canvas: HTMLCanvasElement;
  readonly #onDrawn: ScatterOptions['onDrawn'];
  readonly #motion = createMotion();
  readonly #stamps = new Stamps();
  #palette: Palette = readPalette();
  #cloud: Pick<Cloud, 'labels' | 'dims' | 'isUnit'> = { labels: [], dims: 2, isUnit: false };
  #look: Look = {};
  #orbit: Orbit = DEFAULT_ORBIT;
  #image: ImageData | undefined;
  #request: number | undefined;

  constructor({ canvas, onDrawn }: ScatterOptions) {
    this.#canvas = canvas;
    this.#onDrawn = onDrawn;
  }

  redraw(): void {
    this.#request ??= requestAnimationFrame((now) => this.#frame(now));
  }

  show(next: Cloud, arrival: Arrival): void {
    this.#cloud = next;
    this.#motion.arrive(next, arrival, performance.now());
    this.redraw();
  }

  setLook(next: Look): void {
    this.#look = next;
    this.redraw();
  }

  turn(next: Orbit): void {
    this.#orbit = next;
    this.redraw();
  }

  readTheme(): void {
    this.#palette = readPalette();
    // At once: where it is for paper, no frame comes before the page is printed.
    this.stop();
    this.#frame(performance.now());
  }

  clear(): void {
    this.#motion.clear();
    this.redraw();
  }

  stop(): void {
    if (this.#request !== undefined) cancelAnimationFrame(this.#request);
  }

  #frame(now: number): void {
    this.#request = undefined;
    const started = performance.now();
    const scene = this.#motion.at(now);
    // Pixels are written from here in every frame: a bitmap on the graphics processor would be slower.
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const size = this.#fitCanvas();
    if (!scene) {
      context.clearRect(0, 0, size, size);
      return;
    }
    this.#image ??= context.createImageData(size, size);
    const drawn = this.#drawScene(this.#image, scene, now);
    context.putImageData(this.#image, 0, 0);
    this.#onDrawn(drawn, performance.now() - started);
    if (this.#motion.isMoving(now) || this.#trailAt(now)) this.redraw();
  }

  #fitCanvas(): number {
    const canvas = this.#canvas;
    const size = Math.round(canvas.clientWidth * Math.min(SHARPEST, devicePixelRatio));
    if (size > 0 && canvas.width !== size) {
      canvas.width = size;
      canvas.height = size;
      this.#image = undefined;
    }
    return canvas.width;
  }

  #trailAt(now: number) {
    const trail = this.#motion.trail(now);
    return this.#look.hasTrails === true && trail.strength > 0 ? trail : undefined;
  }

  #drawScene(image: ImageData, { points, medians, view }: Scene, now: number): Drawn {
    const sharpness = image.width / SIZE;
    const { dims, labels, isUnit } = this.#cloud;
    const { isolated, rings, images } = this.#look;
    const seen = (some: Float32Array) => look(some, dims, view, this.#orbit);
    const inPixels = (places: Float32Array) => places.map((value) => value * sharpness);
    const { places, nearness } = seen(points);
    const trail = this.#trailAt(now);
    drawPoints(image, {
      points: inPixels(places),
      labels,
      colours: this.#palette.digits,
      paper: this.#palette.paper,
      isolated,
      radius: Math.max(1.5, RADIUS * sharpness),
      rings,
      nearness,
      stamps: images && this.#stamps.of(images, Math.round(IMAGE_SIDE * sharpness)),
      trails: trail && {
        past: trail.past.map((some) => inPixels(seen(some).places)),
        strength: trail.strength,
      },
    });
    const middles = seen(medians);
    return {
      dims,
      isUnit,
      points: places,
      medians: middles.places,
      medianNearness: middles.nearness,
      scale: SIZE / (2 * view.half),
      placesOf: (some) => seen(some).places,
    };
  }
}
