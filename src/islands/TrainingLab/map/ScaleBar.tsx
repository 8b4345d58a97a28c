import { type ReadonlySignal, useComputed } from '@preact/signals';
import { type Drawn, SIZE } from '#kit/scatter/scatter.ts';

interface ScaleBarProps {
  readonly drawn: ReadonlySignal<Drawn | undefined>;
  /** The margin as a length on the plane, and what that length is called. */
  readonly marginLength: ReadonlySignal<number>;
  readonly marginText: ReadonlySignal<string>;
}

/** How long the margin is. */
export function ScaleBar({ drawn, marginLength, marginText }: ScaleBarProps) {
  const length = useComputed(() => marginLength.value * (drawn.value?.scale ?? 0)).value;
  return (
    <g class="lab-scale" transform={`translate(12 ${SIZE - 14})`}>
      <path d={`M0-4V4M0,0H${length}M${length}-4V4`} />
      <text x={length + 8} y="4">
        {marginText}
      </text>
    </g>
  );
}
