import { type ReadonlySignal, useComputed } from '@preact/signals';
import { type Point, toVector } from '#kit/plane/point.ts';
import { tripletLoss } from '#metric/tripletLoss.ts';
import { type BatchState, batchPoints, plane } from './batch.ts';
import type { TripletRows } from './selection.ts';

interface TripletMarksProps {
  readonly state: ReadonlySignal<BatchState>;
  readonly rows: ReadonlySignal<TripletRows>;
  readonly pixels: ReadonlySignal<readonly Point[]>;
}

const ROLES = [
  { role: 'anchor', letter: 'a', dx: -21 },
  { role: 'positive', letter: 'p', dx: 21 },
  { role: 'negative', letter: 'n', dx: 21 },
] as const;
const RING = 14;

/** The zones of the inspected triplet around its anchor: the disc of hard negatives, the margin. */
export function TripletZones({ state, rows, pixels }: TripletMarksProps) {
  const anchor = useComputed(() => pixels.value[rows.value.anchor]!);
  const dAP = useComputed(() => {
    const points = batchPoints(state.value);
    const [a, p, n] = [rows.value.anchor, rows.value.positive, rows.value.negative];
    return tripletLoss(
      toVector(points[a]!),
      toVector(points[p]!),
      toVector(points[n]!),
      state.value,
    ).dAP;
  });
  const radius = (distance: () => number) =>
    useComputed(() => {
      const plain = state.value.squared ? Math.sqrt(distance()) : distance();
      return plain * plane.unit;
    });
  const x = useComputed(() => anchor.value.x);
  const y = useComputed(() => anchor.value.y);
  return (
    <>
      <circle class="margin-ring" cx={x} cy={y} r={radius(() => dAP.value + state.value.margin)} />
      <circle class="hard-disc" cx={x} cy={y} r={radius(() => dAP.value)} />
    </>
  );
}

/** A ring and a letter at each of the triplet's three points. */
export function TripletMarks({ rows, pixels }: Omit<TripletMarksProps, 'state'>) {
  return (
    <>
      {ROLES.map(({ role, letter, dx }) => {
        const at = useComputed(() => pixels.value[rows.value[role]]!);
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
