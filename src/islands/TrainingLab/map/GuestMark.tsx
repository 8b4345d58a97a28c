import { type ReadonlySignal, useComputed } from '@preact/signals';
import { type Drawn, SIZE } from '#kit/scatter/scatter.ts';

interface GuestMarkProps {
  /** In the space that is drawn. */
  readonly point: ReadonlySignal<Float32Array | undefined>;
  readonly drawn: ReadonlySignal<Drawn | undefined>;
}

/** Its distance from the edge when the sample itself lies beyond it. */
const INSET = 12;

/** A cross where a sample lies that the reader brought. Beyond the view it stands at the edge. */
export function GuestMark({ point, drawn }: GuestMarkProps) {
  const place = useComputed(() => {
    if (!point.value || !drawn.value) return undefined;
    const within = (value: number) => Math.min(SIZE - INSET, Math.max(INSET, value));
    return [...drawn.value.placesOf(point.value)].map(within);
  });
  return (
    <g
      class="lab-guest"
      data-point="guest"
      data-x={useComputed(() => point.value?.[0])}
      data-y={useComputed(() => point.value?.[1])}
      visibility={useComputed(() => (place.value ? 'visible' : 'hidden'))}
      transform={useComputed(() => `translate(${place.value?.[0] ?? 0} ${place.value?.[1] ?? 0})`)}
    >
      <path d="M-9,0H9M0-9V9" />
      <text x="12" y="-8">
        yours
      </text>
    </g>
  );
}
