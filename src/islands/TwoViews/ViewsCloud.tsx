import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { prefersReducedMotion } from '#kit/motion/reducedMotion.ts';
import { ClassNames } from '#kit/scatter/ClassNames.tsx';
import { DIGITS } from '#kit/scatter/palette.ts';
import { pictureOf } from '#kit/scatter/principalPicture.ts';
import { type Drawn, SIZE } from '#kit/scatter/scatter.ts';
import { useScatter } from '#kit/scatter/useScatter.ts';
import type { CloudSource } from './useViewsSource.ts';

/** The held-out digits along the two axes of most variance, at the scale of their cloud. */
export function ViewsCloud({
  source,
}: {
  readonly source: ReadonlySignal<CloudSource | undefined>;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useSignal<Drawn | undefined>(undefined);
  const before = useRef<Float32Array>();
  const painter = useScatter(canvas, (scene) => {
    drawn.value = scene;
  });
  useSignalEffect(() => {
    if (!source.value) {
      painter.current?.clear();
      drawn.value = undefined;
      return;
    }
    const { labels, points, dims } = source.value;
    before.current = dims === undefined ? points : pictureOf(points, dims, before.current).points;
    painter.current?.show(
      { points: before.current, dims: 2, labels, classes: DIGITS.length, isUnit: false },
      { smallestHalf: 1, still: prefersReducedMotion() },
    );
  });
  return (
    <div class="plane-box view-cloud">
      <canvas data-drawing ref={canvas} />
      <svg
        data-drawing
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="img"
        aria-label={useComputed(() =>
          source.value
            ? `${source.value.labels.length.toLocaleString('en')} held-out digits along two principal axes of 32 dimensions`
            : 'No digits yet',
        )}
      >
        <g visibility={useComputed(() => (source.value ? 'visible' : 'hidden'))}>
          <ClassNames drawn={drawn} />
        </g>
      </svg>
    </div>
  );
}
