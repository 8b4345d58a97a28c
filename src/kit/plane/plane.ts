import type { Point } from './point.ts';

/**
 * The square piece of the embedding plane that a figure shows: [-extent, extent] in both
 * directions, y upwards, drawn in a viewBox of `size` pixels.
 */
export interface Plane {
  readonly extent: number;
  readonly size: number;
  /** Pixels per embedding unit. */
  readonly unit: number;
  /** How far an arrow key moves a point, where the plane is not of the usual size. */
  readonly step?: number;
  toPixels(point: Point): Point;
  toUnits(pixels: Point): Point;
  /** The nearest point within the plane. */
  clamp(point: Point): Point;
}

export function createPlane({ extent, size }: { extent: number; size: number }): Plane {
  const unit = size / (2 * extent);
  const within = (value: number) => Math.min(extent, Math.max(-extent, value));
  return {
    extent,
    size,
    unit,
    toPixels: ({ x, y }) => ({ x: (x + extent) * unit, y: (extent - y) * unit }),
    toUnits: ({ x, y }) => ({ x: x / unit - extent, y: extent - y / unit }),
    clamp: ({ x, y }) => ({ x: within(x), y: within(y) }),
  };
}
