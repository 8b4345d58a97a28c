import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Plane } from './plane.ts';
import type { Point } from './point.ts';

interface ZonesProps {
  readonly plane: Plane;
  /** The anchor, in pixels. */
  readonly centre: ReadonlySignal<Point>;
  /** Radius of the disc of hard negatives, in pixels. */
  readonly hard: ReadonlySignal<number>;
  /** Radius from which negatives are easy, in pixels. */
  readonly easy: ReadonlySignal<number>;
  /** Names stand below the anchor (1) or above it (-1). */
  readonly side: ReadonlySignal<1 | -1>;
  /** The terms of the formula that the zones belong to. */
  readonly marks: { readonly hard: string; readonly semiHard: string; readonly easy?: string };
}

/** A name is written only where it fits: the ring's thickness or the disc's radius, in pixels. */
const ROOM_FOR_NAME = 17;
/** From a border to the middle of a name beside it. */
export const NAME_DISTANCE = 16;

/** Between these heights a name stands clear of the plane's edge and of a remark at its foot. */
export const nameHeights = ({ size }: Plane) => ({ highest: 12, lowest: size - 36 });

/** Around the anchor: the disc of hard negatives, the ring of semi-hard ones, easy ones outside. */
export function Zones({ plane, centre, hard, easy, side, marks }: ZonesProps) {
  const { highest, lowest } = nameHeights(plane);
  const cx = useComputed(() => centre.value.x);
  const cy = useComputed(() => centre.value.y);
  const from = (radius: number) => centre.value.y + side.value * radius;
  const names = [
    {
      name: 'hard',
      // Anywhere in the disc will do, so the name of a disc larger than the plane stays in view.
      y: useComputed(() => Math.min(lowest, Math.max(highest, from(hard.value - NAME_DISTANCE)))),
      fits: () => hard.value > NAME_DISTANCE + ROOM_FOR_NAME,
    },
    {
      name: 'semi-hard',
      y: useComputed(() => from((easy.value + hard.value) / 2)),
      fits: () => easy.value - hard.value > ROOM_FOR_NAME,
    },
    { name: 'easy', y: useComputed(() => from(easy.value + NAME_DISTANCE)), fits: () => true },
  ] as const;

  return (
    <g class="zones">
      {marks.easy && (
        <rect class="zone-easy" data-mark={marks.easy} width={plane.size} height={plane.size} />
      )}
      <path
        class="zone-semi-hard"
        data-mark={marks.semiHard}
        fill-rule="evenodd"
        d={useComputed(
          () => circlePath(centre.value, easy.value) + circlePath(centre.value, hard.value),
        )}
      />
      <circle class="zone-hard zone-to-positive" data-mark={marks.hard} cx={cx} cy={cy} r={hard} />
      <circle
        class="zone-edge zone-to-margin"
        data-mark={marks.semiHard}
        cx={cx}
        cy={cy}
        r={easy}
      />
      {names.map(({ name, y, fits }) => (
        <text
          key={name}
          class="zone-name"
          x={cx}
          y={y}
          dy="0.35em"
          visibility={useComputed(() =>
            fits() && y.value >= highest && y.value <= lowest ? 'inherit' : 'hidden',
          )}
        >
          {name}
        </text>
      ))}
    </g>
  );
}

const circlePath = ({ x, y }: Point, r: number) =>
  r > 0 ? `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z` : '';
