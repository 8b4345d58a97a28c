import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Plane } from './plane.ts';
import { add, length, type Point, scale } from './point.ts';

const HEAD_LENGTH = 11;
const HEAD_HALF_WIDTH = 5;

interface ArrowProps {
  readonly name: string;
  readonly plane: Plane;
  readonly from: ReadonlySignal<Point>;
  /** In embedding units per unit of step size, as the loss has it. */
  readonly force: ReadonlySignal<Point>;
  /** Drawn length of a force of 1, in embedding units: one scale for all arrows of a figure. */
  readonly forceScale: number;
}

/** A force, drawn true to scale from the point that it acts on. A force of 0 draws nothing. */
export function Arrow({ name, plane, from, force, forceScale }: ArrowProps) {
  const path = useComputed(() =>
    arrowPath(
      plane.toPixels(from.value),
      plane.toPixels(add(from.value, scale(force.value, forceScale))),
    ),
  );
  return (
    <g
      class="arrow"
      data-force={name}
      data-x={useComputed(() => force.value.x)}
      data-y={useComputed(() => force.value.y)}
    >
      <path class="arrow-shaft" d={useComputed(() => path.value.shaft)} />
      <path class="arrow-head" d={useComputed(() => path.value.head)} />
    </g>
  );
}

/** The shaft and head of an arrow between two points, in pixels. A short arrow has a smaller head. */
export function arrowPath(from: Point, to: Point): { shaft: string; head: string } {
  const vector = { x: to.x - from.x, y: to.y - from.y };
  const size = length(vector);
  if (size < 0.5) return { shaft: '', head: '' };
  const along = scale(vector, 1 / size);
  const across = { x: -along.y, y: along.x };
  const shrink = Math.min(1, size / (1.5 * HEAD_LENGTH));
  const base = add(to, scale(along, -HEAD_LENGTH * shrink));
  const left = add(base, scale(across, HEAD_HALF_WIDTH * shrink));
  const right = add(base, scale(across, -HEAD_HALF_WIDTH * shrink));
  const at = ({ x, y }: Point) => `${x.toFixed(2)},${y.toFixed(2)}`;
  return {
    shaft: `M${at(from)}L${at(base)}`,
    head: `M${at(to)}L${at(left)}L${at(right)}Z`,
  };
}
