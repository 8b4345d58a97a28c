import { type ReadonlySignal, useComputed } from '@preact/signals';
import { starPath } from '#kit/plane/starPath.ts';
import { colourOf } from '#kit/scatter/palette.ts';
import type { Drawn } from '#kit/scatter/scatter.ts';
import type { ClassVectors } from '#training/classVectors.ts';
import { type DrawableCloud, placesIn } from './cloud.ts';

const STAR = { outer: 10, inner: 4.4 } as const;

interface ClassStarsProps {
  readonly vectors: ReadonlySignal<ClassVectors | undefined>;
  /** Names of the classes, by label. */
  readonly classes: readonly string[];
  readonly cloud: ReadonlySignal<DrawableCloud | undefined>;
  readonly drawn: ReadonlySignal<Drawn | undefined>;
  readonly isolated: ReadonlySignal<number | undefined>;
}

/** The vectors that a loss has learned for classes, as stars in the colours of these. */
export function ClassStars({ vectors, classes, cloud, drawn, isolated }: ClassStarsProps) {
  const stars = useComputed(() => {
    // A cloud may have come whose dimensions are not drawn yet.
    if (!vectors.value || !cloud.value || cloud.value.dims !== drawn.value?.dims) return [];
    const { labels, values } = vectors.value;
    const places = drawn.value.placesOf(placesIn(cloud.value, values));
    return labels.map((label, row) => ({ label, x: places[2 * row]!, y: places[2 * row + 1]! }));
  });
  return (
    <g class="lab-stars">
      {useComputed(() =>
        stars.value.map(({ label, x, y }) => (
          <path
            key={label}
            d={starPath({ x, y }, STAR)}
            style={{ fill: colourOf(label) }}
            data-class-vector={label}
            data-faint={isolated.value !== undefined && isolated.value !== label}
          >
            <title>{`learned for class ${classes[label] ?? label}`}</title>
          </path>
        )),
      )}
    </g>
  );
}
