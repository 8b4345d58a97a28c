import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Samples } from '#data/dataset.ts';
import { prefersReducedMotion } from '#kit/motion/reducedMotion.ts';
import { DIGITS } from '#kit/scatter/palette.ts';
import { ClassNames } from '#kit/scatter/ClassNames.tsx';
import { type Drawn, SIZE } from '#kit/scatter/scatter.ts';
import { useScatter } from '#kit/scatter/useScatter.ts';
import { LaneFrame } from './LaneFrame.tsx';
import type { LaneNumber } from './lane.ts';
import type { LaneProgress } from './laneProgress.ts';
import type { Standing } from './progress.ts';
import { ScaleBar } from './ScaleBar.tsx';

interface LanePlaneProps {
  readonly number: LaneNumber;
  readonly name: ReadonlySignal<string>;
  /** What it trains with, shown until there is something to see. */
  readonly recipe: ReadonlySignal<string>;
  readonly lane: ReadonlySignal<LaneProgress | undefined>;
  readonly labels: ReadonlySignal<Samples['labels'] | undefined>;
  readonly standing: ReadonlySignal<Standing | undefined>;
  /** The view reaches at least so far to each side, so that a collapse looks like one. */
  readonly smallestHalf: ReadonlySignal<number>;
}

/** Where the held-out digits are in one lane. */
export function LanePlane(props: LanePlaneProps) {
  const { number, name, recipe, lane, labels, standing, smallestHalf } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useSignal<Drawn | undefined>(undefined);
  const isEmpty = useComputed(() => lane.value?.embedding === undefined);
  const remark = useComputed(() => standing.value?.remark ?? '');
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
    <LaneFrame number={number} name={name} standing={standing}>
      <canvas data-drawing ref={canvas} />
      <svg
        data-drawing
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="img"
        aria-label={useComputed(() =>
          isEmpty.value
            ? `Nothing yet of ${name.value}`
            : `2,000 held-out digits under ${name.value}${remark.value && `, ${remark.value}`}`,
        )}
      >
        <g visibility={useComputed(() => (isEmpty.value ? 'hidden' : 'visible'))}>
          <ClassNames drawn={drawn} />
          {useComputed(() => drawn.value && <ScaleBar half={SIZE / (2 * drawn.value.scale)} />)}
        </g>
      </svg>
      <p class="lane-recipe" hidden={useComputed(() => !isEmpty.value)}>
        {recipe}
      </p>
    </LaneFrame>
  );
}
