import { type ReadonlySignal, useComputed } from '@preact/signals';
import { dotsPath } from '#kit/plane/svgPath.ts';
import type { Selection } from './items.ts';

interface DotsProps {
  readonly kind: string;
  readonly selection: ReadonlySignal<Selection>;
  /** x and y of each item, in units of the drawing. */
  readonly points: ReadonlySignal<Float32Array>;
}

/** The items of one kind, each a stroke of no length, which round caps make a dot. */
export function Dots({ kind, selection, points }: DotsProps) {
  const path = useComputed(() =>
    dotsPath(
      selection.value.items.flatMap((item, k) =>
        item.kind === kind ? [{ x: points.value[2 * k]!, y: points.value[2 * k + 1]! }] : [],
      ),
    ),
  );
  return <path class="batch-dots" data-kind={kind} d={path} />;
}
