import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { SVGAttributes, TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { movedByKey } from './arrowKeys.ts';
import { holdPage } from './holdPage.ts';
import { formatNumber } from '../figure/numberFormat.ts';
import type { Plane } from './plane.ts';
import { add, length, type Point, subtract } from './point.ts';
import { trackPlane } from './trackPlane.ts';

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
    readonly text: (position: Point) => string;
  };
  move(to: Point): void;
}

interface DraggablePointsProps {
  readonly plane: Plane;
  readonly handles: readonly Handle[];
  readonly ready: ReadonlySignal<boolean>;
  /** Called before the reader moves a point: what moves by itself gives way. */
  onGrab(): void;
}

const coordinates = ({ x, y }: Point) => `x ${formatNumber(x)}, y ${formatNumber(y)}`;

const POINT_RADIUS = 9;
/** Stays above 22 px on the screen where the plane is drawn at 70 %, on a narrow phone. */
const HIT_RADIUS = 32;

/**
 * The points that the reader moves: by pointer and touch (where hit targets overlap, the nearest
 * point is taken), and by keyboard: arrows, Shift for fine steps, Escape back to where the point
 * was picked up, Home to its default place.
 */
export function DraggablePoints({ plane, handles, ready, onGrab }: DraggablePointsProps) {
  const elements = useRef(new Map<Handle, SVGGElement>());
  const pickedUp = useRef(new Map<Handle, Point>());
  const drag = useRef<{ pointer: number; move(event: PointerEvent): void }>();

  const moveTo = (handle: Handle, to: Point) => {
    onGrab();
    handle.move(plane.clamp(to));
  };
  const putBack = (handle: Handle) =>
    moveTo(handle, pickedUp.current.get(handle) ?? handle.position.value);

  const grab = (event: TargetedPointerEvent<SVGGElement>) => {
    if (!ready.value || drag.current || event.button !== 0) return;
    const svg = event.currentTarget.ownerSVGElement;
    if (!svg) return;
    const toPlane = trackPlane(svg, plane);
    const at = toPlane(event);
    const distanceTo = (handle: Handle) => length(subtract(handle.position.value, at));
    const handle = handles.reduce((a, b) => (distanceTo(b) < distanceTo(a) ? b : a));
    const offset = subtract(handle.position.value, at);
    onGrab();
    elements.current.get(handle)?.focus({ preventScroll: true });
    pickedUp.current.set(handle, handle.position.value);
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = {
      pointer: event.pointerId,
      move: (moved) => moveTo(handle, add(toPlane(moved), offset)),
    };
  };
  const follow = (event: PointerEvent) => {
    if (drag.current?.pointer === event.pointerId) drag.current.move(event);
  };
  const release = (event: PointerEvent) => {
    if (drag.current?.pointer === event.pointerId) drag.current = undefined;
  };
  const press = (handle: Handle) => (event: TargetedKeyboardEvent<SVGGElement>) => {
    const moved = movedByKey(handle.position.value, event);
    if (moved) {
      moveTo(handle, moved);
    } else if (event.key === 'Home') {
      moveTo(handle, handle.home);
    } else if (event.key === 'Escape') {
      drag.current = undefined;
      putBack(handle);
    } else return;
    event.preventDefault();
  };

  return (
    <g class="points">
      {handles.map((handle) => (
        <PointMark
          key={handle.name}
          plane={plane}
          handle={handle}
          ready={ready}
          elementRef={(element) => {
            if (element) elements.current.set(handle, element);
          }}
          onFocus={() => pickedUp.current.set(handle, handle.position.value)}
          onKeyDown={press(handle)}
          onPointerDown={grab}
          onTouchMove={holdPage}
          onPointerMove={follow}
          onPointerUp={release}
          onPointerCancel={release}
          // The nearest point takes the focus, which is not always the one under the pointer.
          onMouseDown={(event) => event.preventDefault()}
        />
      ))}
    </g>
  );
}

type Listeners = Pick<
  SVGAttributes<SVGGElement>,
  | 'onFocus'
  | 'onKeyDown'
  | 'onMouseDown'
  | 'onPointerDown'
  | 'onTouchMove'
  | 'onPointerMove'
  | 'onPointerUp'
  | 'onPointerCancel'
>;

interface PointMarkProps extends Listeners {
  readonly plane: Plane;
  readonly handle: Handle;
  readonly ready: ReadonlySignal<boolean>;
  elementRef(element: SVGGElement | null): void;
}

function PointMark({ plane, handle, ready, elementRef, ...listeners }: PointMarkProps) {
  const { position, letterOffset } = handle;
  // Coordinates rather than a transform, which would make the browser divide the page into layers anew.
  const pixels = useComputed(() => plane.toPixels(position.value));
  const cx = useComputed(() => pixels.value.x.toFixed(2));
  const cy = useComputed(() => pixels.value.y.toFixed(2));
  return (
    <g
      ref={elementRef}
      class={`point point-${handle.name}`}
      role="slider"
      tabindex={useComputed(() => (ready.value ? 0 : -1))}
      aria-label={handle.label}
      aria-roledescription="movable point"
      aria-valuemin={handle.value?.min ?? -plane.extent}
      aria-valuemax={handle.value?.max ?? plane.extent}
      aria-valuenow={useComputed(() => position.value.x)}
      aria-valuetext={useComputed(() => (handle.value?.text ?? coordinates)(position.value))}
      data-point={handle.name}
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
