import type { LaneNumber } from './lane.ts';

/** A piece of the lane's line: its colour and its dashes. */
export function LaneMark({ number }: { readonly number: LaneNumber }) {
  return (
    <svg class="lane-mark" data-drawing data-lane={number} viewBox="0 0 28 8" aria-hidden="true">
      <path d="M0,4H28" />
    </svg>
  );
}
