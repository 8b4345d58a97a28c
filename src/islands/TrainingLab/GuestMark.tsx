import { type ReadonlySignal, useComputed } from '@preact/signals';
import { project } from '../../figures/scatter/embeddingView.ts';
import { type Drawn, SIZE } from '../../figures/scatter/scatter.ts';

interface GuestMarkProps {
  readonly point: ReadonlySignal<Float32Array | undefined>;
  readonly drawn: ReadonlySignal<Drawn | undefined>;
}

/** Its distance from the edge when the digit itself lies beyond it. */
const INSET = 12;

/** A cross where a digit lies that the reader drew. Beyond the view it stands at the edge. */
export function GuestMark({ point, drawn }: GuestMarkProps) {
  const place = useComputed(() => {
    const view = drawn.value?.view;
    if (!point.value || !view) return undefined;
    const within = (value: number) => Math.min(SIZE - INSET, Math.max(INSET, value));
    return [...project(point.value, view, SIZE)].map(within);
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
