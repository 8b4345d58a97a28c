import type { ReadonlySignal } from '@preact/signals';
import type { SVGAttributes, TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { STILL } from '../controls/still.ts';
import { makeWaitingMove, moveInFrame } from '../motion/frameLoop.ts';
import { movedByKey } from './arrowKeys.ts';
import { holdPage } from './holdPage.ts';
import type { Plane } from './plane.ts';
import { add, length, type Point, subtract } from './point.ts';
import { trackPlane } from './trackPlane.ts';
import { useTapToPlace } from './useTapToPlace.ts';

interface PointDragOptions {
  readonly plane: Plane;
  readonly ready: ReadonlySignal<boolean>;
  /** Where the points are now. */
  positions(): readonly Point[];
  /** Where Home puts a point. */
  homeOf(index: number): Point;
  /** The reader moves a point, within the plane. */
  move(index: number, to: Point): void;
  /** The reader takes hold of a point by pointer or finger, and lets it go. */
  onHold?(index: number): void;
  onRelease?(): void;
  /** A press that did not move. */
  onTap?(index: number): void;
  onFocus?(index: number): void;
  /** Another key was pressed on a point; true when it meant something. */
  onKey?(index: number, key: string): boolean;
}

/** What each point of a plane listens to; its element bears its number as `data-index`. */
export type PointListeners = Pick<
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

interface Drag {
  readonly pointer: number;
  readonly index: number;
  readonly from: Point;
  move(event: PointerEvent): void;
}

const pointAt = (among: Element, index: number) =>
  among.querySelector<SVGGElement>(`.point[data-index="${index}"]`);

const indexOf = (element: Element): number => Number(element.getAttribute('data-index'));

/** Of points whose hit targets may overlap, the nearest to a place. */
function nearest(positions: readonly Point[], at: Point): number {
  const distances = positions.map((point) => length(subtract(point, at)));
  return distances.indexOf(Math.min(...distances));
}

/**
 * Points that the reader moves: by pointer and touch (the nearest point is taken, and the page holds
 * still under one finger), by a tap and another where it is to go, and by keyboard: arrows, Shift for fine steps, Escape back to where the
 * point was picked up, Home to its default place. Gives what each of the points listens to.
 */
export function usePointDrag(options: PointDragOptions): PointListeners {
  const { plane, ready, positions, move, onHold, onRelease, onTap } = options;
  const drag = useRef<Drag>();
  const pickedUp = useRef<Point>();

  const letGo = () => {
    drag.current = undefined;
    onRelease?.();
  };
  const waitForPlace = useTapToPlace((svg, index, at) => {
    onHold?.(index);
    pointAt(svg, index)?.focus({ preventScroll: true });
    move(index, plane.clamp(trackPlane(svg, plane)(at)));
    onRelease?.();
  });
  const grab = (event: TargetedPointerEvent<SVGGElement>) => {
    const { currentTarget: element, pointerId, clientX, clientY } = event;
    const svg = element.ownerSVGElement;
    if (!ready.value || drag.current || event.button !== 0 || !svg) return;
    const toPlane = trackPlane(svg, plane);
    const at = toPlane(event);
    const index = nearest(positions(), at);
    const start = positions()[index]!;
    const offset = subtract(start, at);
    onHold?.(index);
    pointAt(element.parentElement!, index)?.focus({ preventScroll: true });
    pickedUp.current = start;
    element.setPointerCapture(pointerId);
    drag.current = {
      pointer: pointerId,
      index,
      from: { x: clientX, y: clientY },
      move: (moved) => move(index, plane.clamp(add(toPlane(moved), offset))),
    };
  };
  const follow = (event: PointerEvent) => {
    if (drag.current?.pointer === event.pointerId) moveInFrame(() => drag.current?.move(event));
  };
  const release = (event: TargetedPointerEvent<SVGGElement>) => {
    const { pointerId, type, clientX, clientY, currentTarget } = event;
    if (drag.current?.pointer !== pointerId) return;
    const { from, index } = drag.current;
    makeWaitingMove();
    letGo();
    const moved = Math.hypot(clientX - from.x, clientY - from.y);
    if (type !== 'pointerup' || moved >= STILL) return;
    onTap?.(index);
    const tapped = pointAt(currentTarget.parentElement!, index);
    if (tapped) waitForPlace(tapped, index);
  };
  return {
    onFocus(event) {
      const index = indexOf(event.currentTarget);
      pickedUp.current = positions()[index];
      options.onFocus?.(index);
    },
    onKeyDown: (event) => press(event, options, pickedUp.current, letGo),
    onPointerDown: grab,
    onPointerMove: follow,
    onPointerUp: release,
    onPointerCancel: release,
    onTouchMove: holdPage,
    // The nearest point takes the focus, which is not always the one under the pointer.
    onMouseDown: (event) => event.preventDefault(),
  };
}

/** A key on the point that has the focus, which was picked up at some place. */
function press(
  event: TargetedKeyboardEvent<SVGGElement>,
  { plane, positions, homeOf, move, onKey }: PointDragOptions,
  pickedUp: Point | undefined,
  letGo: () => void,
): void {
  const index = indexOf(event.currentTarget);
  const point = positions()[index];
  if (!point) return;
  const moved = movedByKey(point, event, plane.step);
  if (moved) move(index, plane.clamp(moved));
  else if (event.key === 'Home') move(index, plane.clamp(homeOf(index)));
  else if (event.key === 'Escape') {
    letGo();
    move(index, plane.clamp(pickedUp ?? point));
  } else if (!onKey?.(index, event.key)) return;
  event.preventDefault();
}
