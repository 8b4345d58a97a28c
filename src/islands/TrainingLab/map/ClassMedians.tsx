import { type ReadonlySignal, useComputed } from '@preact/signals';
import { colourOf } from '#kit/scatter/palette.ts';
import { type Drawn, SIZE } from '#kit/scatter/scatter.ts';

interface ClassMediansProps {
  /** Names of the classes, by label. */
  readonly classes: readonly string[];
  readonly drawn: ReadonlySignal<Drawn | undefined>;
  readonly isolated: ReadonlySignal<number | undefined>;
}

/** Beyond so many classes their names cover the points, and are written smaller. */
const MANY = 12;

/** In space, the names on the far side are pale. */
const FAR = 0.4;

/** The name of each class, at its median. */
export function ClassMedians({ classes, drawn, isolated }: ClassMediansProps) {
  return (
    <g class="lab-medians" data-many={classes.length > MANY}>
      {classes.map((name, label) => (
        <Median key={name} name={name} label={label} drawn={drawn} isolated={isolated} />
      ))}
    </g>
  );
}

interface MedianProps extends Omit<ClassMediansProps, 'classes'> {
  readonly name: string;
  readonly label: number;
}

function Median({ name, label, drawn, isolated }: MedianProps) {
  // A class without held-out samples has no median.
  const along = (axis: 0 | 1) =>
    useComputed(() => {
      const place = drawn.value?.medians[2 * label + axis];
      return place !== undefined && Number.isFinite(place) ? place : -SIZE;
    });
  return (
    <text
      class="lab-median"
      style={{ fill: colourOf(label) }}
      data-faint={useComputed(() => isolated.value !== undefined && isolated.value !== label)}
      data-far={useComputed(() => (drawn.value?.medianNearness?.[label] ?? 1) < FAR)}
      x={along(0)}
      y={along(1)}
      dy="0.35em"
    >
      {name}
    </text>
  );
}
