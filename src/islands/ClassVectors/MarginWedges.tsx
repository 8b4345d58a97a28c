import { type ReadonlySignal, useComputed } from '@preact/signals';
import { arcPath, MIDDLE, pixelsAt, spell } from './arcs.ts';
import type { ClassQuantities } from './measure.ts';
import type { Arc } from './regions.ts';

/** Outside the samples, where the stars are. */
const NAME_RADIUS = 1.19;

/** The piece of the disc; all of it is two halves, as an arc of a whole turn would vanish. */
function sectorPath({ from, to }: Arc): string {
  const middle = (from + to) / 2;
  return [
    { from, to: middle },
    { from: middle, to },
  ]
    .map((half) => `${arcPath(half, 1)}L${spell(MIDDLE)}Z`)
    .join('');
}

interface MarginWedgesProps {
  readonly quantities: ReadonlySignal<ClassQuantities>;
}

/** What the margin wants to have clear, around each boundary. */
export const MarginWedges = ({ quantities }: MarginWedgesProps) => (
  <g class="margin-wedges" data-mark="margin">
    <path d={useComputed(() => quantities.value.wedges.map(sectorPath).join(''))} />
    {useComputed(() =>
      quantities.value.wedges.map(({ from, to }, place) => {
        const { x, y } = pixelsAt((from + to) / 2, NAME_RADIUS);
        return (
          <text key={place} class="mark-label" x={x.toFixed(1)} y={y.toFixed(1)} dy="0.35em">
            wedge
          </text>
        );
      }),
    )}
  </g>
);
