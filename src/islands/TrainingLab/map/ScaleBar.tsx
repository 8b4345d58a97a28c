import { type ReadonlySignal, useComputed } from '@preact/signals';
import { type Drawn, SIZE } from '#kit/scatter/scatter.ts';

interface ScaleBarProps {
  readonly drawn: ReadonlySignal<Drawn | undefined>;
  /** The margin as a length on the plane, and what that length is called. */
  readonly marginLength: ReadonlySignal<number>;
  readonly marginText: ReadonlySignal<string>;
}

/** The bar takes so much of the map at most. */
const MOST = 0.6 * SIZE;

/** How long the margin is; where that is more than the map has room for, a round length. */
export function ScaleBar({ drawn, marginLength, marginText }: ScaleBarProps) {
  const bar = useComputed(() => {
    const scale = drawn.value?.scale ?? 0;
    const margin = marginLength.value * scale;
    if (margin <= MOST) return { length: margin, text: marginText.value };
    const round = 10 ** Math.floor(Math.log10(MOST / scale));
    return { length: round * scale, text: `${Number(round.toPrecision(1))} (${marginText.value})` };
  });
  const { length, text } = bar.value;
  return (
    <g class="lab-scale" transform={`translate(12 ${SIZE - 14})`}>
      <path d={`M0-4V4M0,0H${length}M${length}-4V4`} />
      <text x={length + 8} y="4">
        {text}
      </text>
    </g>
  );
}
