import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { LaneMark } from './LaneMark.tsx';
import type { LaneNumber } from './lane.ts';
import type { Standing } from './progress.ts';

interface LaneFrameProps {
  readonly number: LaneNumber;
  readonly name: string | ReadonlySignal<string>;
  /** What has become of the lane, where that has a name. */
  readonly remark: Standing['remark'] | ReadonlySignal<Standing['remark']>;
  /** Its map. */
  readonly children: ComponentChildren;
}

/** A lane's map, and below it the lane's own line: its mark, its name, what has become of it. */
export function LaneFrame({ number, name, remark, children }: LaneFrameProps) {
  return (
    <div class="lane" data-lane={number}>
      <div class="lane-map">{children}</div>
      <p class="lane-line" data-drawing>
        <span class="lane-name">
          <LaneMark number={number} />
          {name}
        </span>{' '}
        <span class="lane-remark">{remark}</span>
      </p>
    </div>
  );
}
