import { drawPoints } from './drawPoints.ts';
import { project, type View } from './embeddingView.ts';
import { createMotion } from './motion.ts';
import { type Palette, readPalette } from './palette.ts';

/** Side of the drawing in its own units, on which labels and the pointer are placed. */
export const SIZE = 500;
const RADIUS = 2.2;
const SHARPEST = 2;

/** What has been drawn, in the units of SIZE. */
export interface Drawn {
  /** Row-major places of the digits. */
  readonly points: Float32Array;
  /** Row-major places of the classes' medians. */
  readonly medians: Float32Array;
  /** Units of the drawing per unit of the embedding. */
  readonly scale: number;
  /** The part of the plane that is shown. */
  readonly view: View;
}

interface ScatterOptions {
  readonly canvas: HTMLCanvasElement;
  /** After each frame. */
  readonly onDrawn: (drawn: Drawn) => void;
}

/** Draws the held-out digits on a canvas, in motion while they move, in the colours of the theme. */
export function createScatter({ canvas, onDrawn }: ScatterOptions) {
  const motion = createMotion();
  let palette: Palette = readPalette();
  let labels: Uint8Array = new Uint8Array();
  let isolated: number | undefined;
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

  function frame(now: number): void {
    request = undefined;
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
    const points = project(scene.points, scene.view, SIZE);
    const sharpness = size / SIZE;
    drawPoints(image, {
      points: points.map((value) => value * sharpness),
      labels,
      colours: palette.digits,
      paper: palette.paper,
      isolated,
      radius: Math.max(1.5, RADIUS * sharpness),
    });
    context.putImageData(image, 0, 0);
    onDrawn({
      points,
      medians: project(scene.medians, scene.view, SIZE),
      scale: SIZE / (2 * scene.view.half),
      view: scene.view,
    });
    if (motion.isMoving(now)) redraw();
  }

  function redraw(): void {
    request ??= requestAnimationFrame(frame);
  }

  return {
    redraw,
    show(points: Float32Array, of: Uint8Array, options: { smallestHalf: number; still: boolean }) {
      labels = of;
      motion.arrive({ points, labels, ...options }, performance.now());
      redraw();
    },
    isolate(label: number | undefined): void {
      isolated = label;
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
