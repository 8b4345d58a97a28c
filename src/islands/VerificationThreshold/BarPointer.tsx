import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import type { TargetedKeyboardEvent, TargetedMouseEvent, TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { stepsOfKey } from '#kit/controls/keys.ts';
import { usePressElsewhere } from '#kit/controls/usePressElsewhere.ts';
import { EXAMPLE_BINS } from '#metric/evaluation/verificationSummary.ts';
import { formatDistance } from './definition.ts';
import { AXIS_SIZE, BASELINE, type DistanceAxis, TOP } from './distanceAxis.ts';

interface BarPointerProps {
  readonly axis: DistanceAxis;
  /** The bar that the reader points at. */
  readonly bar: Signal<number | undefined>;
  /** Where the keys begin. */
  readonly from: ReadonlySignal<number>;
  /** How many pairs of each kind a bar stands for. */
  countsOf(bar: number): string;
  readonly ready: ReadonlySignal<boolean>;
}

const within = (bar: number) => Math.min(EXAMPLE_BINS - 1, Math.max(0, bar));

/**
 * Points at a bar: by mouse, which leaves it again; by a tap, which lasts until there is one elsewhere; or
 * with the arrow keys from bar to bar, and Escape leaves.
 */
export function BarPointer({ axis, bar, from, countsOf, ready }: BarPointerProps) {
  const place = useRef<SVGGElement>(null);
  const point = (event: TargetedMouseEvent<SVGGElement>) => {
    const { left, width } = event.currentTarget.ownerSVGElement!.getBoundingClientRect();
    const { x } = axis.toUnits({ x: ((event.clientX - left) * AXIS_SIZE.width) / width, y: 0 });
    bar.value = within(Math.floor((x / axis.end) * EXAMPLE_BINS));
  };
  const walk = (event: TargetedKeyboardEvent<SVGGElement>) => {
    const steps = stepsOfKey(event.key);
    if (steps !== undefined) bar.value = within((bar.value ?? from.value) + steps);
    else if (event.key === 'Escape') bar.value = undefined;
    else return;
    event.preventDefault();
  };
  const leave = () => {
    bar.value = undefined;
  };
  const byMouse =
    (act: (event: TargetedPointerEvent<SVGGElement>) => void) =>
    (event: TargetedPointerEvent<SVGGElement>) => {
      if (event.pointerType === 'mouse') act(event);
    };
  usePressElsewhere(place, leave);
  return (
    <g
      ref={place}
      class="pointing"
      role="slider"
      tabindex={useComputed(() => (ready.value ? 0 : -1))}
      aria-label="Bar whose pairs are shown"
      aria-valuemin={0}
      aria-valuemax={EXAMPLE_BINS - 1}
      aria-valuenow={useComputed(() => bar.value ?? 0)}
      aria-valuetext={useComputed(() =>
        bar.value === undefined
          ? 'none'
          : `distances from ${formatDistance((bar.value * axis.end) / EXAMPLE_BINS, axis.end)}: ${countsOf(bar.value)}`,
      )}
      onKeyDown={walk}
      onBlur={leave}
      onClick={point}
      onPointerMove={byMouse(point)}
      onPointerLeave={byMouse(leave)}
    >
      <rect
        x={axis.toX(0)}
        y={TOP}
        width={axis.toX(axis.end) - axis.toX(0)}
        height={BASELINE - TOP}
      />
    </g>
  );
}
