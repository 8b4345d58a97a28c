import { formatPercent } from '#kit/figure/numberFormat.ts';
import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { LaneMark } from '#kit/charts/LaneMark.tsx';
import type { LaneNumber } from './lane.ts';
import type { Standing } from './progress.ts';

interface LaneFrameProps {
  readonly number: LaneNumber;
  readonly name: ReadonlySignal<string>;
  readonly standing: ReadonlySignal<Standing | undefined>;
  /** Its map. */
  readonly children: ComponentChildren;
}

/**
 * A lane's map, and below it the lane's own line: its mark, its name, and what has become of it, or
 * else its k-NN accuracy, as the transport's legend says.
 */
export function LaneFrame({ number, name, standing, children }: LaneFrameProps) {
  const remark = useComputed(() => standing.value?.remark ?? '');
  const accuracy = useComputed(() => {
    const share = standing.value?.knnAccuracy;
    return remark.value || share === undefined ? '' : formatPercent(share, 0);
  });
  return (
    <div class="lane" data-lane={number}>
      <div class="lane-map">{children}</div>
      <p class="lane-line" data-drawing>
        <span class="lane-name">
          <LaneMark number={number} />
          {name}
        </span>{' '}
        <span class="lane-remark">{remark}</span>
        <span class="lane-accuracy number">{accuracy}</span>
      </p>
    </div>
  );
}
