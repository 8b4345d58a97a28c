import type { ReadonlySignal } from '@preact/signals';

interface ClassMarkProps {
  readonly label: ReadonlySignal<number>;
  /** Its middle, in pixels of the drawing. */
  readonly x: ReadonlySignal<string>;
  readonly y: ReadonlySignal<string>;
}

export const CLASS_MARK_RADIUS = 10;

/** A point of a class: its colour, and its digit for those who cannot tell the colours apart. */
export function ClassMark({ label, x, y }: ClassMarkProps) {
  return (
    <g class="class-mark" data-class={label}>
      <circle cx={x} cy={y} r={CLASS_MARK_RADIUS} />
      <text x={x} y={y} dy="0.35em">
        {label}
      </text>
    </g>
  );
}
