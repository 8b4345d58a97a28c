import type { ReadonlySignal, Signal } from '@preact/signals';
import type { TargetedKeyboardEvent, TargetedMouseEvent, TargetedPointerEvent } from 'preact';
import { directionOfKey } from '#kit/controls/keys.ts';
import type { Point } from '#kit/plane/point.ts';
import type { OvertureState } from './definition.ts';
import { digitAt, digitBeyond, digitOfClassAt } from './picking.ts';
import type { Drift } from './useDriftCanvas.ts';

interface PickingOptions extends Pick<Drift, 'recording' | 'instant' | 'picked'> {
  readonly medians: ReadonlySignal<readonly Point[]>;
  readonly hovered: Signal<number | undefined>;
  choose(digit: OvertureState['digit']): void;
}

/** A pointer picks the nearest digit within this many pixels; a finger is less exact. */
const REACH = 22;

/** The digit under a pointer, chosen by a click or with the keys. Gives what the plane listens to. */
export function usePicking(options: PickingOptions) {
  const { recording, instant, picked, medians, hovered, choose } = options;
  const under = (event: TargetedMouseEvent<HTMLDivElement>): number | undefined => {
    if (!instant.value) return undefined;
    const { left, top, width } = event.currentTarget.getBoundingClientRect();
    const at = {
      x: (2 * (event.clientX - left)) / width - 1,
      y: 1 - (2 * (event.clientY - top)) / width,
    };
    return digitAt(instant.value, at, (2 * REACH) / width);
  };
  /** What a key chooses; undefined for a key that chooses nothing. */
  const chosenBy = (key: string): OvertureState['digit'] | undefined => {
    const now = instant.value;
    const labels = recording.value?.labels;
    if (!now || !labels) return undefined;
    const ofClass = (digit: number) =>
      digitOfClassAt(now, medians.value[digit]!, labels, digit) ?? 'none';
    if (key === 'Escape') return 'none';
    if (/^\d$/.test(key)) return ofClass(Number(key));
    const direction = directionOfKey(key);
    const from = picked.value;
    if (!direction) return undefined;
    return from === undefined ? ofClass(0) : (digitBeyond(now, from, direction) ?? from);
  };
  return {
    onPointerMove(event: TargetedPointerEvent<HTMLDivElement>) {
      if (event.pointerType === 'mouse') hovered.value = under(event);
    },
    onPointerLeave() {
      hovered.value = undefined;
    },
    onClick: (event: TargetedMouseEvent<HTMLDivElement>) => choose(under(event) ?? 'none'),
    onKeyDown(event: TargetedKeyboardEvent<HTMLDivElement>) {
      const chosen = chosenBy(event.key);
      if (chosen === undefined) return;
      choose(chosen);
      hovered.value = undefined;
      event.preventDefault();
    },
  };
}
