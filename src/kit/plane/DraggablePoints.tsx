import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '../figure/numberFormat.ts';
import type { Plane } from './plane.ts';
import type { Point } from './point.ts';
import { type PointListeners, usePointDrag } from './usePointDrag.ts';

export interface Handle {
  readonly name: string;
  /** The letter beside the point, as in the formula. */
  readonly letter: string;
  readonly subscript?: string;
  /** What a screen reader calls the point. */
  readonly label: string;
  /** Where Home puts the point. */
  readonly home: Point;
  readonly position: ReadonlySignal<Point>;
  /** From the point to its letter, in pixels. */
  readonly letterOffset: ReadonlySignal<Point>;
  /** The term of the formula that the point belongs to. */
  readonly mark?: string;
  /** Words for a style sheet, on `data-state`: what the point is at the moment. */
  readonly state?: ReadonlySignal<string>;
  /** The spoken value and its range, where they are not the two coordinates on the plane. */
  readonly value?: {
    readonly min: number;
    readonly max: number;
    /** Where it is not the first coordinate. */
    readonly now?: (position: Point) => number;
    readonly text: (position: Point) => string;
  };
  move(to: Point): void;
}

interface DraggablePointsProps {
  readonly plane: Plane;
  readonly handles: readonly Handle[];
  readonly ready: ReadonlySignal<boolean>;
  /** Called before the reader moves a point: what moves by itself gives way. */
  onGrab?(): void;
}

const coordinates = ({ x, y }: Point) => `x ${formatNumber(x)}, y ${formatNumber(y)}`;

const POINT_RADIUS = 9;
/** Stays above 22 px on the screen where the plane is drawn at 70 %, on a narrow phone. */
const HIT_RADIUS = 32;

/** The points of a figure that the reader moves, each with a name and a letter. */
export function DraggablePoints({ plane, handles, ready, onGrab }: DraggablePointsProps) {
  const listeners = usePointDrag({
    plane,
    ready,
    positions: () => handles.map(({ position }) => position.value),
    homeOf: (index) => handles[index]!.home,
    ...(onGrab && { onHold: onGrab }),
    move(index, to) {
      onGrab?.();
      handles[index]!.move(to);
    },
  });
  return (
    <g class="points">
      {handles.map((handle, index) => (
        <PointMark
          key={handle.name}
          index={index}
          plane={plane}
          handle={handle}
          ready={ready}
          {...listeners}
        />
      ))}
    </g>
  );
}

interface PointMarkProps extends PointListeners {
  readonly index: number;
  readonly plane: Plane;
  readonly handle: Handle;
  readonly ready: ReadonlySignal<boolean>;
}

function PointMark({ index, plane, handle, ready, ...listeners }: PointMarkProps) {
  const { position, letterOffset } = handle;
  // Coordinates rather than a transform, which would make the browser divide the page into layers anew.
  const pixels = useComputed(() => plane.toPixels(position.value));
  const cx = useComputed(() => pixels.value.x.toFixed(2));
  const cy = useComputed(() => pixels.value.y.toFixed(2));
  return (
    <g
      class={`point point-${handle.name}`}
      role="slider"
      tabindex={useComputed(() => (ready.value ? 0 : -1))}
      aria-label={handle.label}
      aria-roledescription="movable point"
      aria-valuemin={handle.value?.min ?? -plane.extent}
      aria-valuemax={handle.value?.max ?? plane.extent}
      aria-valuenow={useComputed(() => handle.value?.now?.(position.value) ?? position.value.x)}
      aria-valuetext={useComputed(() => (handle.value?.text ?? coordinates)(position.value))}
      data-point={handle.name}
      data-index={index}
      data-x={useComputed(() => position.value.x)}
      data-y={useComputed(() => position.value.y)}
      data-mark={handle.mark}
      data-state={handle.state}
      {...listeners}
    >
      <circle class="point-hit" cx={cx} cy={cy} r={HIT_RADIUS} />
      <circle class="point-focus" cx={cx} cy={cy} r={POINT_RADIUS + 5} />
      <circle class="point-dot" cx={cx} cy={cy} r={POINT_RADIUS} />
      <text
        class="point-letter"
        dy="0.3em"
        x={useComputed(() => pixels.value.x + letterOffset.value.x)}
        y={useComputed(() => pixels.value.y + letterOffset.value.y)}
      >
        {handle.letter}
        {handle.subscript && (
          <tspan class="subscript" dy="0.3em">
            {handle.subscript}
          </tspan>
        )}
      </text>
    </g>
  );
}
