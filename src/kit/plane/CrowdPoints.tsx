import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import type {
  SVGAttributes,
  TargetedFocusEvent,
  TargetedKeyboardEvent,
  TargetedPointerEvent,
} from 'preact';
import { useRef } from 'preact/hooks';
import { movedByKey } from './arrowKeys.ts';
import { CLASS_MARK_RADIUS, ClassMark } from './ClassMark.tsx';
import { holdPage } from './holdPage.ts';
import type { LabelledPoint } from './labelledPoint.ts';
import { formatNumber } from '../figure/numberFormat.ts';
import type { Plane } from './plane.ts';
import { add, length, type Point, subtract } from './point.ts';
import { trackPlane } from './trackPlane.ts';

interface CrowdPointsProps {
  readonly plane: Plane;
  readonly points: ReadonlySignal<readonly LabelledPoint[]>;
  /** The point that the controls act on. */
  readonly selected: Signal<number | undefined>;
  /** The point under the reader's finger. */
  readonly held: Signal<number | undefined>;
  readonly ready: ReadonlySignal<boolean>;
  /** Where Home puts a point. */
  homeOf(index: number): Point;
  move(index: number, to: Point): void;
  /** The reader typed on a point; true when the key meant something. */
  onKey(index: number, key: string): boolean;
}

/** Stays above 22 px on the screen where the plane is drawn at 70 %, on a narrow phone. */
const HIT_RADIUS = 32;
const NOWHERE: LabelledPoint = { x: 0, y: 0, label: 0 };

const indexOf = (element: Element): number => Number(element.getAttribute('data-index'));

/**
 * A crowd of labelled points that may move by itself while the reader drags one of its points, by
 * pointer and touch (where hit targets overlap, the nearest point is taken), or moves one by
 * keyboard: arrows, Shift for fine steps, Escape back to where it was picked up, Home to its default.
 */
export function CrowdPoints(props: CrowdPointsProps) {
  const { plane, points, selected, held, ready, homeOf, move, onKey } = props;
  const group = useRef<SVGGElement>(null);
  const pickedUp = useRef<Point>();
  const drag = useRef<{ pointer: number; move(event: PointerEvent): void }>();
  const count = useComputed(() => points.value.length);

  const letGo = () => {
    drag.current = undefined;
    held.value = undefined;
  };
  const grab = (event: TargetedPointerEvent<SVGGElement>) => {
    const svg = event.currentTarget.ownerSVGElement;
    if (!ready.value || drag.current || event.button !== 0 || !svg) return;
    const toPlane = trackPlane(svg, plane);
    const at = toPlane(event);
    const distances = points.value.map((point) => length(subtract(point, at)));
    const index = distances.indexOf(Math.min(...distances));
    const offset = subtract(points.value[index]!, at);
    group.current
      ?.querySelector<SVGGElement>(`[data-index="${index}"]`)
      ?.focus({ preventScroll: true });
    event.currentTarget.setPointerCapture(event.pointerId);
    held.value = index;
    drag.current = {
      pointer: event.pointerId,
      move: (moved) => move(index, plane.clamp(add(toPlane(moved), offset))),
    };
  };
  const follow = (event: PointerEvent) => {
    if (drag.current?.pointer === event.pointerId) drag.current.move(event);
  };
  const release = (event: PointerEvent) => {
    if (drag.current?.pointer === event.pointerId) letGo();
  };
  const take = (event: TargetedFocusEvent<SVGGElement>) => {
    const index = indexOf(event.currentTarget);
    selected.value = index;
    pickedUp.current = points.value[index];
  };
  const press = (event: TargetedKeyboardEvent<SVGGElement>) => {
    const index = indexOf(event.currentTarget);
    const point = points.value[index];
    if (!point) return;
    const moved = movedByKey(point, event);
    if (moved) {
      move(index, plane.clamp(moved));
    } else if (event.key === 'Home') {
      move(index, homeOf(index));
    } else if (event.key === 'Escape') {
      letGo();
      if (pickedUp.current) move(index, pickedUp.current);
    } else if (!onKey(index, event.key)) return;
    event.preventDefault();
  };

  return (
    <g ref={group} class="points">
      <SelectedRing plane={plane} points={points} selected={selected} />
      {Array.from({ length: count.value }, (_, index) => (
        <CrowdPoint
          key={index}
          index={index}
          plane={plane}
          points={points}
          ready={ready}
          onFocus={take}
          onKeyDown={press}
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

/**
 * The ring around the point that has, or had, the focus. One for all: with a ring of its own for
 * each point, a moving crowd would cost half as much again.
 */
function SelectedRing({
  plane,
  points,
  selected,
}: Pick<CrowdPointsProps, 'plane' | 'points' | 'selected'>) {
  const point = useComputed(() => points.value[selected.value ?? -1]);
  const at = useComputed(() => plane.toPixels(point.value ?? NOWHERE));
  return (
    <circle
      class="point-focus"
      visibility={useComputed(() => (point.value ? 'inherit' : 'hidden'))}
      cx={useComputed(() => at.value.x.toFixed(2))}
      cy={useComputed(() => at.value.y.toFixed(2))}
      r={CLASS_MARK_RADIUS + 4}
    />
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

type CrowdPointProps = Pick<CrowdPointsProps, 'plane' | 'points' | 'ready'> &
  Listeners & { readonly index: number };

function CrowdPoint(props: CrowdPointProps) {
  const { index, plane, points, ready, ...listeners } = props;
  const point = useComputed(() => points.value[index] ?? NOWHERE);
  const at = useComputed(() => plane.toPixels(point.value));
  const cx = useComputed(() => at.value.x.toFixed(2));
  const cy = useComputed(() => at.value.y.toFixed(2));
  return (
    <g
      class="point"
      role="slider"
      tabindex={useComputed(() => (ready.value ? 0 : -1))}
      aria-label={useComputed(() => `Point ${index + 1}, class ${point.value.label}`)}
      aria-roledescription="movable point"
      aria-valuemin={-plane.extent}
      aria-valuemax={plane.extent}
      aria-valuenow={useComputed(() => point.value.x)}
      aria-valuetext={useComputed(
        () => `x ${formatNumber(point.value.x)}, y ${formatNumber(point.value.y)}`,
      )}
      data-point={`p${index + 1}`}
      data-index={index}
      data-x={useComputed(() => point.value.x)}
      data-y={useComputed(() => point.value.y)}
      data-label={useComputed(() => point.value.label)}
      {...listeners}
    >
      <circle class="point-hit" cx={cx} cy={cy} r={HIT_RADIUS} />
      <ClassMark label={useComputed(() => point.value.label)} x={cx} y={cy} />
    </g>
  );
}
