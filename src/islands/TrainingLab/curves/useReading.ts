import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { usePressElsewhere } from '#kit/controls/usePressElsewhere.ts';
import { type CurvePoint, type CurveScale, lastStepOf } from '#kit/charts/curve.ts';
import { pointAt, stepByKey } from './readOut.ts';

/** Where curves are read: at the step under the pointer, or where the arrow keys lead. */
export function useReading(
  curves: ReadonlySignal<readonly (readonly CurvePoint[])[]>,
  scale: ReadonlySignal<CurveScale>,
) {
  const place = useRef<SVGGElement>(null);
  const step = useSignal<number | undefined>(undefined);
  const last = useComputed(() => Math.max(0, ...curves.value.map(lastStepOf)));
  const now = useComputed(() => step.value ?? last.value);
  /** Of each curve, where it has one. */
  const found = useComputed(() => {
    const at = step.value;
    return at === undefined ? [] : curves.value.map((points) => pointAt(points, at));
  });
  const point = (event: PointerEvent) => {
    const box = (event.currentTarget as SVGRectElement).getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    step.value = Math.round(Math.min(1, Math.max(0, share)) * scale.value.lastStep);
  };
  const forget = () => {
    step.value = undefined;
  };
  usePressElsewhere(place, forget);
  const gestures = {
    onPointerMove: point,
    onPointerDown: point,
    // What a finger has brought up stays until the next tap: it leaves with every touch.
    onPointerLeave: ({ pointerType }: PointerEvent) => {
      if (pointerType === 'mouse') forget();
    },
    onFocus() {
      step.value = now.value;
    },
    onBlur: forget,
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape') forget();
      const target = stepByKey(event, now.value, last.value);
      if (target === undefined) return;
      event.preventDefault();
      step.value = target;
    },
  };
  return { place, now, last, found, gestures };
}
