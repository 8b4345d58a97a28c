import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject, TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { CURVE } from '#kit/charts/curve.ts';
import { usePressElsewhere } from '#kit/controls/usePressElsewhere.ts';

/** Across the race's chart, in units of its drawing: its lanes are named elsewhere. */
export const CHART_WIDTH = CURVE.width - CURVE.right + 16;

export interface Reading {
  /** Where the reader points, as a share of the way from the first step to the last. */
  readonly at: ReadonlySignal<number | undefined>;
  /** The box of the chart. */
  readonly box: RefObject<HTMLDivElement>;
  /** What the box of the chart listens to. */
  readonly gestures: {
    onPointerDown(event: TargetedPointerEvent<HTMLElement>): void;
    onPointerMove(event: TargetedPointerEvent<HTMLElement>): void;
    onPointerLeave(event: TargetedPointerEvent<HTMLElement>): void;
  };
}

/** Where a chart is read: under the mouse, or where it was tapped, until something else is. */
export function useReading(): Reading {
  const at = useSignal<number | undefined>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const read = ({ currentTarget, clientX }: TargetedPointerEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const x = ((clientX - left) / width) * CHART_WIDTH;
    const share = (x - CURVE.left) / (CURVE.width - CURVE.right - CURVE.left);
    at.value = Math.min(1, Math.max(0, share));
  };
  usePressElsewhere(box, () => {
    at.value = undefined;
  });
  return {
    at,
    box,
    gestures: {
      onPointerDown: read,
      onPointerMove: read,
      onPointerLeave(event) {
        if (event.pointerType !== 'touch') at.value = undefined;
      },
    },
  };
}
