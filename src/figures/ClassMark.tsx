import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Point } from './point.ts';

interface ClassMarkProps {
  readonly label: ReadonlySignal<number>;
  /** Its middle, in pixels of the drawing. */
  readonly at: ReadonlySignal<Point>;
}

export const CLASS_MARK_RADIUS = 10;

/** A point of a class: its colour, and its digit for those who cannot tell the colours apart. */
export function ClassMark({ label, at }: ClassMarkProps) {
  const x = useComputed(() => at.value.x.toFixed(2));
  const y = useComputed(() => at.value.y.toFixed(2));
  return (
    <g class="class-mark" data-class={label}>
      <circle cx={x} cy={y} r={CLASS_MARK_RADIUS} />
      <text x={x} y={y} dy="0.35em">
        {label}
      </text>
    </g>
  );
}
