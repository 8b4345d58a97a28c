import type { ReadonlySignal, Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { DEFAULT_ORBIT, dragOrbit, keyOrbit, type Orbit } from '#kit/plane/orbit.ts';
import { type Drawn, SIZE } from '#kit/scatter/scatter.ts';
import { ARROWS, nearestPoint, nextPoint } from './nearest.ts';

/** How near the pointer must be to a sample, in units of the drawing. */
const REACH = 16;

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

/** What pointer and keys do: choose a sample and, in space, turn the cloud. */
export function useGestures({ drawn, chosen, isSpace, orbit, turnTo, isShown }: GesturesOptions) {
  const drag = useRef<Drag | undefined>(undefined);

  const choose = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * SIZE;
    const y = ((event.clientY - box.top) / box.height) * SIZE;
    if (drawn.value)
      chosen.value = nearestPoint(drawn.value.points, { x, y, reach: REACH }, isShown);
  };
  const letGo = (event: PointerEvent) => {
    if (event.pointerId === drag.current?.id) drag.current = undefined;
  };
  const forget = () => {
    chosen.value = undefined;
  };

  const walk = (arrow: string) => {
    const direction = ARROWS[arrow];
    const points = drawn.value?.points;
    if (!direction || !points) return;
    const at = chosen.value;
    const [x, y] = at === undefined ? [SIZE / 2, SIZE / 2] : [points[2 * at]!, points[2 * at + 1]!];
    // From the middle, where nothing need lie on that side, the walk begins with the nearest.
    chosen.value =
      nextPoint(points, { x, y, direction }, isShown) ??
      at ??
      nearestPoint(points, { x, y, reach: Number.POSITIVE_INFINITY }, isShown);
  };

  return {
    onPointerDown(event: PointerEvent) {
      choose(event);
      if (!isSpace.value || drag.current) return;
      drag.current = {
        id: event.pointerId,
        x: event.clientX,
        y: event.clientY,
        turns: event.pointerType !== 'touch',
      };
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      const from = drag.current;
      if (event.pointerId !== from?.id) {
        choose(event);
        return;
      }
      const { width } = (event.currentTarget as Element).getBoundingClientRect();
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!from.turns) {
        if (Math.hypot(dx, dy) < SLACK) return;
        // Up or down scrolls the page, as it does everywhere; what begins sideways turns either way.
        if (Math.abs(dy) > Math.abs(dx)) {
          drag.current = undefined;
          return;
        }
      }
      if (dx !== 0 || dy !== 0) forget();
      turnTo(dragOrbit(orbit.value, dx, dy, width));
      drag.current = { id: from.id, x: event.clientX, y: event.clientY, turns: true };
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onPointerLeave: forget,
    onBlur: forget,
    onKeyDown(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === 'Escape') {
        // Once to let go of a sample, once more to turn the cloud back.
        if (chosen.value === undefined) turnTo(DEFAULT_ORBIT);
        forget();
      }
      const arrow = isSpace.value ? WALKING[event.key.toLowerCase()] : event.key;
      if (arrow && ARROWS[arrow]) {
        event.preventDefault();
        walk(arrow);
        return;
      }
      const turned = isSpace.value ? keyOrbit(orbit.value, event.key, event.shiftKey) : undefined;
      if (!turned) return;
      event.preventDefault();
      turnTo(turned);
    },
  };
}
