import { type ReadonlySignal, useComputed } from '@preact/signals';
import { type Orbit, projectOrbit } from '#kit/plane/orbit.ts';
import { SIZE } from '#kit/scatter/scatter.ts';

const LENGTH = 26;
const INSET = 40;
const AXES = [0, 1, 2] as const;

interface SpaceAxesProps {
  readonly isSpace: ReadonlySignal<boolean>;
  readonly orbit: ReadonlySignal<Orbit>;
}

/** The directions of the three dimensions, small, in a corner: they turn with the cloud. */
export function SpaceAxes({ isSpace, orbit }: SpaceAxesProps) {
  const ends = useComputed(() => {
    const { plane } = projectOrbit(Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), orbit.value);
    return AXES.map((axis) => ({ x: plane[2 * axis]!, y: -plane[2 * axis + 1]! }));
  });
  return (
    <g
      class="lab-axes"
      visibility={useComputed(() => (isSpace.value ? 'visible' : 'hidden'))}
      transform={`translate(${SIZE - INSET} ${SIZE - INSET})`}
    >
      {AXES.map((axis) => (
        <g key={axis}>
          <path
            d={useComputed(() => {
              const { x, y } = ends.value[axis]!;
              return `M0,0L${LENGTH * x},${LENGTH * y}`;
            })}
          />
          <text
            x={useComputed(() => 1.35 * LENGTH * ends.value[axis]!.x)}
            y={useComputed(() => 1.35 * LENGTH * ends.value[axis]!.y)}
            dy="0.35em"
          >
            {axis + 1}
          </text>
        </g>
      ))}
    </g>
  );
}
