import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { formatNumber } from '../figure/numberFormat.ts';
import { CLASS_MARK_RADIUS, ClassMark } from './ClassMark.tsx';
import type { LabelledPoint } from './labelledPoint.ts';
import type { Plane } from './plane.ts';
import type { Point } from './point.ts';
import { type PointListeners, usePointDrag } from './usePointDrag.ts';

interface CrowdPointsProps {
  readonly plane: Plane;
  readonly points: ReadonlySignal<readonly LabelledPoint[]>;
  /** The point that the controls act on. */
  readonly selected: Signal<number | undefined>;
  /** The point under the reader's finger. */
  readonly held?: Signal<number | undefined>;
  readonly ready: ReadonlySignal<boolean>;
  /** Where Home puts a point. */
  homeOf(index: number): Point;
  move(index: number, to: Point): void;
  /** The reader pressed a point without moving it. */
  onTap?(index: number): void;
  /** The reader typed on a point; true when the key meant something. */
  onKey(index: number, key: string): boolean;
}

/** Stays above 22 px on the screen where the plane is drawn at 70 %, on a narrow phone. */
const HIT_RADIUS = 32;
const NOWHERE: LabelledPoint = { x: 0, y: 0, label: 0 };

/** From one point of a crowd to another: the arrow keys move the point itself. */
const WAYS: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1 };

/**
 * A crowd of labelled points that may move by itself while the reader drags one of its points. It is one
 * stop of the Tab key: Page Down and Page Up lead from point to point.
 */
export function CrowdPoints(props: CrowdPointsProps) {
  const { plane, points, selected, held, ready, homeOf, move, onTap, onKey } = props;
  const count = useComputed(() => points.value.length);
  const group = useRef<SVGGElement>(null);
  const stop = useComputed(() => Math.min(selected.value ?? 0, count.value - 1));
  const walk = (index: number, way: number): boolean => {
    const to = (index + way + count.value) % count.value;
    const next = group.current?.querySelector<SVGGElement>(`[data-index="${to}"]`);
    next?.focus({ preventScroll: true });
    return next !== undefined;
  };
  const listeners = usePointDrag({
    plane,
    ready,
    positions: () => points.value,
    homeOf,
    move,
    onHold(index) {
      if (held) held.value = index;
    },
    onRelease() {
      if (held) held.value = undefined;
    },
    onFocus(index) {
      selected.value = index;
    },
    onKey: (index, key) => (WAYS[key] ? walk(index, WAYS[key]) : onKey(index, key)),
    ...(onTap && { onTap }),
  });

  return (
    <g class="points" ref={group}>
      <SelectedRing plane={plane} points={points} selected={selected} />
      {Array.from({ length: count.value }, (_, index) => (
        <CrowdPoint
          key={index}
          index={index}
          plane={plane}
          points={points}
          stop={stop}
          ready={ready}
          {...listeners}
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

type CrowdPointProps = Pick<CrowdPointsProps, 'plane' | 'points' | 'ready'> &
  PointListeners & {
    readonly index: number;
    /** The point that the Tab key stops at. */
    readonly stop: ReadonlySignal<number>;
  };

function CrowdPoint(props: CrowdPointProps) {
  const { index, plane, points, stop, ready, ...listeners } = props;
  const point = useComputed(() => points.value[index] ?? NOWHERE);
  const at = useComputed(() => plane.toPixels(point.value));
  const cx = useComputed(() => at.value.x.toFixed(2));
  const cy = useComputed(() => at.value.y.toFixed(2));
  return (
    <g
      class="point"
      role="slider"
      tabindex={useComputed(() => (ready.value && stop.value === index ? 0 : -1))}
      aria-label={useComputed(() => `Point ${index + 1}, class ${point.value.label}`)}
      aria-roledescription="movable point"
      aria-keyshortcuts="PageDown PageUp"
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
