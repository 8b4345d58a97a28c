import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { prefersReducedMotion } from '../motion/reducedMotion.ts';
import { ClassNames } from './ClassNames.tsx';
import { DIGITS } from './palette.ts';
import { pictureOf } from './principalPicture.ts';
import { type Drawn, SIZE } from './scatter.ts';
import { useScatter } from './useScatter.ts';

/** What a cloud is drawn of: places at its own scale, or an embedding. */
export interface CloudSource {
  readonly labels: ArrayLike<number>;
  readonly points: Float32Array;
  /** Of an embedding; missing where the points are places already. */
  readonly dims?: number;
}

interface PictureCloudProps {
  readonly source: ReadonlySignal<CloudSource | undefined>;
  /** What a screen reader is told of it. */
  readonly label: ReadonlySignal<string>;
}

/** Digits along two principal axes, at the scale of their cloud; the box around it gives it its place. */
export function PictureCloud({ source, label }: PictureCloudProps) {
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
    <>
      <canvas data-drawing ref={canvas} />
      <svg data-drawing viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={label}>
        <g visibility={useComputed(() => (source.value ? 'visible' : 'hidden'))}>
          <ClassNames drawn={drawn} />
        </g>
      </svg>
    </>
  );
}
