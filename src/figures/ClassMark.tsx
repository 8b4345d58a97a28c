import type { ReadonlySignal } from '@preact/signals';

interface ClassMarkProps {
  readonly label: ReadonlySignal<number>;
}

export const CLASS_MARK_RADIUS = 10;

/** A point of a class: its colour, and its digit for those who cannot tell the colours apart. */
export function ClassMark({ label }: ClassMarkProps) {
  return (
    <g class="class-mark" data-class={label}>
      <circle r={CLASS_MARK_RADIUS} />
      <text dy="0.35em">{label}</text>
    </g>
  );
}
