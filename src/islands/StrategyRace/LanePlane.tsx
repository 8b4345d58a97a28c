import { LaneMark } from './LaneMark.tsx';
import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { prefersReducedMotion } from '#kit/motion/reducedMotion.ts';
import { DIGITS } from '#kit/scatter/palette.ts';
import { arePiled } from '#kit/scatter/piled.ts';
import { type Drawn, SIZE } from '#kit/scatter/scatter.ts';
import { useScatter } from '#kit/scatter/useScatter.ts';
import type { LaneNumber } from './lane.ts';
import type { Samples } from '#data/dataset.ts';
import type { LaneProgress } from './laneProgress.ts';
import type { Standing } from './progress.ts';

interface LanePlaneProps {
  readonly number: LaneNumber;
  readonly name: ReadonlySignal<string>;
  readonly lane: ReadonlySignal<LaneProgress | undefined>;
  readonly labels: ReadonlySignal<Samples['labels'] | undefined>;
  readonly standing: ReadonlySignal<Standing | undefined>;
  /** The view reaches at least so far to each side, so that a collapse looks like one. */
  readonly smallestHalf: ReadonlySignal<number>;
}

/** The names of the classes need so many units of the drawing. */
const ROOM_FOR_NAMES = 24;

/** Where the held-out digits are in one lane. */
export function LanePlane(props: LanePlaneProps) {
  const { number, name, lane, labels, standing, smallestHalf } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useSignal<Drawn | undefined>(undefined);
  const showsNames = useComputed(
    () => drawn.value && !arePiled(drawn.value.medians, ROOM_FOR_NAMES),
  );
  const painter = useScatter(canvas, (scene) => {
    drawn.value = scene;
  });

  useSignalEffect(() => {
    const points = lane.value?.embedding;
    if (points && labels.value)
      painter.current?.show(
        { points, dims: 2, labels: labels.value, classes: DIGITS.length, isUnit: false },
        { smallestHalf: smallestHalf.value, still: prefersReducedMotion() },
      );
    else painter.current?.clear();
  });

  return (
    <div class="lane" data-lane={number}>
      <p class="lane-title" data-drawing>
        <LaneMark number={number} />
        {name}
      </p>
      <div class="lane-plane">
        <canvas data-drawing ref={canvas} />
        <svg
          data-drawing
          viewBox={`0 0 ${SIZE} ${SIZE}`}
          role="img"
          aria-label={useComputed(
            () =>
              `2,000 held-out digits under ${name.value}${standing.value?.remark ? `, ${standing.value.remark}` : ''}`,
          )}
        >
          {DIGITS.map((digit) => (
            <text
              key={digit}
              class="lane-median"
              style={{ fill: `var(--digit-${digit})` }}
              visibility={useComputed(() => (showsNames.value ? 'visible' : 'hidden'))}
              x={useComputed(() => drawn.value?.medians[2 * digit] ?? 0)}
              y={useComputed(() => drawn.value?.medians[2 * digit + 1] ?? 0)}
              dy="0.35em"
            >
              {digit}
            </text>
          ))}
          <text class="lane-remark" x={SIZE / 2} y={SIZE - 24}>
            {useComputed(() => standing.value?.remark ?? '')}
          </text>
        </svg>
      </div>
    </div>
  );
}
