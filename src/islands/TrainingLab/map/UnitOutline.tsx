import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Orbit } from '#kit/plane/orbit.ts';
import type { Drawn } from '#kit/scatter/scatter.ts';

interface UnitOutlineProps {
  readonly drawn: ReadonlySignal<Drawn | undefined>;
  /** Whether embeddings are of length 1, and seen whole. */
  readonly isUnit: ReadonlySignal<boolean>;
  readonly isSpace: ReadonlySignal<boolean>;
  readonly orbit: ReadonlySignal<Orbit>;
}

/** The unit circle, or the outline of the unit sphere with its equator: solid in front, dashed behind. */
export function UnitOutline({ drawn, isUnit, isSpace, orbit }: UnitOutlineProps) {
  const origin = useComputed(() => {
    const place = drawn.value?.placesOf(new Float32Array(isSpace.value ? 3 : 2));
    return { x: place?.[0] ?? 0, y: place?.[1] ?? 0 };
  });
  const radius = useComputed(() => drawn.value?.scale ?? 0);
  const equator = (side: 1 | -1) =>
    useComputed(() => {
      if (!isSpace.value) return '';
      const { x, y } = origin.value;
      const flat = Math.abs(Math.sin(orbit.value.tilt)) * radius.value;
      // Seen from above, the front half is the lower one.
      const sweep = side * (orbit.value.tilt >= 0 ? 1 : -1) > 0 ? 0 : 1;
      return `M${x - radius.value},${y}A${radius.value},${flat} 0 0 ${sweep} ${x + radius.value},${y}`;
    });
  return (
    <g class="lab-unit" visibility={useComputed(() => (isUnit.value ? 'visible' : 'hidden'))}>
      <circle
        cx={useComputed(() => origin.value.x)}
        cy={useComputed(() => origin.value.y)}
        r={radius}
      />
      <path d={equator(1)} />
      <path class="lab-behind" d={equator(-1)} />
    </g>
  );
}
