import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { TripletInspection } from '#kit/plane/inspectTriplet.ts';
import { type BatchState, plane } from './batch.ts';

interface TripletMarksProps {
  readonly triplet: ReadonlySignal<TripletInspection>;
}

/** How far to the right of its point, in pixels, the letter of each role stands. */
const LETTERS = [
  { role: 'anchor', letter: 'a', dx: -21 },
  { role: 'positive', letter: 'p', dx: 21 },
  { role: 'negative', letter: 'n', dx: 21 },
] as const;
const RING = 14;

interface TripletZonesProps extends TripletMarksProps {
  readonly state: ReadonlySignal<BatchState>;
}

/** The zones of the inspected triplet around its anchor: the disc of hard negatives, the margin. */
export function TripletZones({ state, triplet }: TripletZonesProps) {
  const anchor = useComputed(() => plane.toPixels(triplet.value.points[0]!.at));
  const radius = (distance: () => number) =>
    useComputed(() => {
      const plain = state.value.squared ? Math.sqrt(distance()) : distance();
      return plain * plane.unit;
    });
  const x = useComputed(() => anchor.value.x);
  const y = useComputed(() => anchor.value.y);
  const margin = radius(() => triplet.value.dAP + state.value.margin);
  return (
    <>
      <circle class="margin-ring" cx={x} cy={y} r={margin} />
      <circle class="hard-disc" cx={x} cy={y} r={radius(() => triplet.value.dAP)} />
    </>
  );
}

/** A ring and a letter at each of the triplet's three points. */
export function TripletMarks({ triplet }: TripletMarksProps) {
  return (
    <>
      {LETTERS.map(({ role, letter, dx }, k) => {
        const at = useComputed(() => plane.toPixels(triplet.value.points[k]!.at));
        const y = useComputed(() => at.value.y.toFixed(1));
        return (
          <g key={role} class={`role role-${role}`}>
            <circle cx={useComputed(() => at.value.x.toFixed(1))} cy={y} r={RING} />
            <text
              class="math-label"
              x={useComputed(() => (at.value.x + dx).toFixed(1))}
              y={y}
              dy="0.3em"
            >
              {letter}
            </text>
          </g>
        );
      })}
    </>
  );
}
