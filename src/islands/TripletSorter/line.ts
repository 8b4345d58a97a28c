import type { Plane } from '#kit/plane/plane.ts';
import { REACH } from './definition.ts';
import { toLossUnits } from './triplets.ts';

/**
 * The number line: distances from the anchor, in the loss's units, and above it the loss that a
 * negative at each distance has. As a plane, so that points can be dragged along it: x is the
 * distance, y the row in which a point stands.
 */
export interface NumberLine extends Plane {
  readonly squared: boolean;
  readonly max: number;
  toX(distance: number): number;
  /** Where a loss stands above the line; a loss too large for the drawing at its top. */
  toY(loss: number): number;
}

export const LINE_SIZE = { width: 480, height: 330 } as const;
export const BASELINE = 226;
/** The top of the zones. */
export const ZONE_TOP = 50;
const EDGE = 14;
const LOSS_PIXELS = 110;
/** How far below the line the positive and the margin's border hang, in pixels. */
const BORDER_ROW = 46;

export const LARGEST_LOSS = (BASELINE - ZONE_TOP) / LOSS_PIXELS;

export function createNumberLine(squared: boolean): NumberLine {
  const max = toLossUnits(REACH, squared);
  const unit = (LINE_SIZE.width - 2 * EDGE) / max;
  const toX = (distance: number) => EDGE + Math.min(distance, max) * unit;
  return {
    squared,
    max,
    extent: max,
    size: LINE_SIZE.width,
    unit,
    toX,
    toY: (loss) => BASELINE - Math.min(loss, LARGEST_LOSS) * LOSS_PIXELS,
    toPixels: ({ x, y }) => ({ x: toX(x), y: BASELINE - y * unit }),
    toUnits: ({ x, y }) => ({ x: (x - EDGE) / unit, y: (BASELINE - y) / unit }),
    clamp: ({ x, y }) => ({ x: Math.min(max, Math.max(0, x)), y }),
  };
}

/** The row of the negatives, and that of the borders between the zones. */
export const NEGATIVE_ROW = 0;
export const borderRow = ({ unit }: NumberLine): number => -BORDER_ROW / unit;

/** The distances that the line marks with a number. */
export const ticksOf = ({ max }: NumberLine): readonly number[] =>
  Array.from({ length: Math.floor(max / 0.5) + 1 }, (_, k) => k / 2);
