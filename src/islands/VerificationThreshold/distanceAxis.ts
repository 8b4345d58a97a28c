import { niceTicks } from '#kit/charts/ticks.ts';
import type { Plane } from '#kit/plane/plane.ts';
import { EXAMPLE_BINS } from '#metric/evaluation/verificationSummary.ts';

/** Distances across the drawing, as a plane of which only the line at y = 0 is used. */
export interface DistanceAxis extends Plane {
  readonly end: number;
  toX(distance: number): number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

export const AXIS_SIZE = { width: 460, height: 384 } as const;
const EDGE = 16;
/** Where the middle of the threshold's handle stands. */
export const HANDLE_Y = 328;
/** The line that both histograms stand on. */
export const BASELINE = 296;
export const TOP = 34;

export function createDistanceAxis(end: number): DistanceAxis {
  const unit = (AXIS_SIZE.width - 2 * EDGE) / end;
  const toX = (distance: number) => EDGE + distance * unit;
  const ticks = niceTicks(0, end, 5);
  const digits = Math.max(...ticks.map((tick) => `${tick}`.split('.')[1]?.length ?? 0));
  return {
    end,
    extent: end,
    size: AXIS_SIZE.width,
    unit,
    step: end / EXAMPLE_BINS,
    toX,
    ticks: ticks.map((at) => ({ at, text: at.toFixed(digits) })),
    toPixels: ({ x, y }) => ({ x: toX(x), y: HANDLE_Y - y * unit }),
    toUnits: ({ x, y }) => ({ x: (x - EDGE) / unit, y: (HANDLE_Y - y) / unit }),
    clamp: ({ x, y }) => ({ x: Math.min(end, Math.max(0, x)), y }),
  };
}
