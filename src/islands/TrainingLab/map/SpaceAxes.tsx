import type { ReadonlySignal } from '@preact/signals';
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
  const { plane } = projectOrbit(Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), orbit.value);
  return (
    <g
      class="lab-axes"
      visibility={isSpace.value ? 'visible' : 'hidden'}
      transform={`translate(${SIZE - INSET} ${SIZE - INSET})`}
    >
      {AXES.map((axis) => {
        const [x, y] = [LENGTH * plane[2 * axis]!, -LENGTH * plane[2 * axis + 1]!];
        return (
          <g key={axis}>
            <path d={`M0,0L${x},${y}`} />
            <text x={1.35 * x} y={1.35 * y} dy="0.35em">
              {axis + 1}
            </text>
          </g>
        );
      })}
    </g>
  );
}
