import type { ReadonlySignal, Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { directionOfKey } from '#kit/controls/keys.ts';
import { DEFAULT_ORBIT, dragOrbit, keyOrbit, type Orbit } from '#kit/plane/orbit.ts';
import { type Drawn, SIZE } from '#kit/scatter/scatter.ts';
import { nearestPoint, walkFrom } from './nearest.ts';
import { pointerIn } from './pointerIn.ts';

/** How near the pointer must be to a sample, in units of the drawing. */
export const REACH = 16;

/** In space the arrows turn the cloud; these keys walk over it as arrows do on the plane. */
const WALKING: Readonly<Record<string, string>> = {
  a: 'ArrowLeft',
  d: 'ArrowRight',
  w: 'ArrowUp',
  s: 'ArrowDown',
};

interface Drag {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /** Whether it turns the cloud already, or may yet become a swipe that scrolls the page. */
  readonly turns: boolean;
}

/** A finger has moved so far (in pixels) before its direction counts. */
const SLACK = 6;

interface GesturesOptions {
  readonly drawn: ReadonlySignal<Drawn | undefined>;
  readonly chosen: Signal<number | undefined>;
  readonly isSpace: ReadonlySignal<boolean>;
  readonly orbit: ReadonlySignal<Orbit>;
  readonly turnTo: (orbit: Orbit) => void;
  /** Which samples can be chosen. */
  readonly isShown: (point: number) => boolean;
}

/** The drag that turns the cloud in space. */
function useTurning({ chosen, isSpace, orbit, turnTo }: GesturesOptions) {
  const drag = useRef<Drag | undefined>(undefined);
  return {
    begin(event: PointerEvent) {
      if (!isSpace.value || drag.current) return;
      drag.current = {
        id: event.pointerId,
        x: event.clientX,
        y: event.clientY,
        turns: event.pointerType !== 'touch',
      };
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
    },
    /** Whether the pointer is the one that drags. */
    move(event: PointerEvent): boolean {
      const from = drag.current;
      if (event.pointerId !== from?.id) return false;
      const { width } = (event.currentTarget as Element).getBoundingClientRect();
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!from.turns) {
        if (Math.hypot(dx, dy) < SLACK) return true;
        // Up or down scrolls the page, as it does everywhere; what begins sideways turns either way.
        if (Math.abs(dy) > Math.abs(dx)) {
          drag.current = undefined;
          return true;
        }
      }
      if (dx !== 0 || dy !== 0) chosen.value = undefined;
      turnTo(dragOrbit(orbit.value, dx, dy, width));
      drag.current = { ...from, x: event.clientX, y: event.clientY, turns: true };
      return true;
    },
    end(event: PointerEvent) {
      if (event.pointerId === drag.current?.id) drag.current = undefined;
    },
  };
}

/** What a key does: walks from sample to sample, or turns the cloud. */
function pressKey(options: GesturesOptions, event: KeyboardEvent): void {
  const { drawn, chosen, isSpace, orbit, turnTo, isShown } = options;
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.key === 'Escape') {
    // Once to let go of a sample, once more to turn the cloud back.
    if (chosen.value === undefined) turnTo(DEFAULT_ORBIT);
    chosen.value = undefined;
  }
  const arrow = isSpace.value ? WALKING[event.key.toLowerCase()] : event.key;
  const direction = arrow && directionOfKey(arrow);
  if (direction) {
    event.preventDefault();
    const points = drawn.value?.points;
    if (points) chosen.value = walkFrom(points, chosen.value, { direction, size: SIZE }, isShown);
    return;
  }
  const turned = isSpace.value ? keyOrbit(orbit.value, event.key, event.shiftKey) : undefined;
  if (!turned) return;
  event.preventDefault();
  turnTo(turned);
}

/** What pointer and keys do: choose a sample and, in space, turn the cloud. */
export function useGestures(options: GesturesOptions) {
  const { drawn, chosen, isShown } = options;
  const turning = useTurning(options);
  const choose = (event: PointerEvent) => {
    const points = drawn.value?.points;
    if (points)
      chosen.value = nearestPoint(points, { ...pointerIn(event, SIZE), reach: REACH }, isShown);
  };
  const forget = () => {
    chosen.value = undefined;
  };
  return {
    onPointerDown(event: PointerEvent) {
      choose(event);
      turning.begin(event);
    },
    onPointerMove(event: PointerEvent) {
      if (!turning.move(event)) choose(event);
    },
    onPointerUp: turning.end,
    onPointerCancel: turning.end,
    // What a finger has brought up stays until the next tap: it leaves with every touch.
    onPointerLeave: ({ pointerType }: PointerEvent) => {
      if (pointerType === 'mouse') forget();
    },
    onBlur: forget,
    onKeyDown: (event: KeyboardEvent) => pressKey(options, event),
  };
}
