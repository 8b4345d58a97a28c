import type { ReadonlySignal, Signal } from '@preact/signals';
import { directionOfKey } from '#kit/controls/keys.ts';
import type { LossItem } from '#metric/losses/items.ts';
import { nearestPoint, walkFrom } from '../map/nearest.ts';
import { pointerIn } from '../map/pointerIn.ts';
import type { Selection } from './items.ts';
import { SIZE } from './plotScale.ts';

/** How near the pointer must be to a dot, in units of the drawing. */
const REACH = 24;

interface ChoosingOptions {
  readonly selection: ReadonlySignal<Selection>;
  /** x and y of each item, in units of the drawing. */
  readonly points: ReadonlySignal<Float32Array>;
  /** Which of the items is chosen. */
  readonly index: ReadonlySignal<number | undefined>;
  readonly chosen: Signal<LossItem | undefined>;
}

const isShown = () => true;

/** What pointer and keys do on the plot: choose one of its items. */
export function choosing({ selection, points, index, chosen }: ChoosingOptions) {
  const choose = (next: number | undefined) => {
    if (next !== undefined) chosen.value = selection.value.items[next];
  };
  return {
    onPointerDown(event: PointerEvent) {
      choose(nearestPoint(points.value, { ...pointerIn(event, SIZE), reach: REACH }, isShown));
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === 'Escape') chosen.value = undefined;
      const direction = directionOfKey(event.key);
      if (!direction) return;
      event.preventDefault();
      choose(walkFrom(points.value, index.value, { direction, size: SIZE }, isShown));
    },
  };
}
