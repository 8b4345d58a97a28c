import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { ClassDistances } from '#metric/evaluation/classDistances.ts';

const CELL = 30;
const HEAD = 20;
/** The nearest pair has so much ink; enough to read its number on. */
const DARKEST = 0.45;

/** More cells than that are too small to read. */
const MOST_CLASSES = 20;
/** A longer name does not fit a cell. */
const LONGEST_NAME = 4;

interface ClassMatrixProps {
  readonly classes: ReadonlySignal<ClassDistances | undefined>;
  /** Names of the classes, by label. */
  readonly names: readonly string[];
}

/** The distances between the means of the classes, each written into its cell. */
export function ClassMatrix({ classes, names }: ClassMatrixProps) {
  const labels = [...names.keys()].slice(0, MOST_CLASSES);
  const side = HEAD + labels.length * CELL;
  const short = (label: number) => names[label]!.slice(0, LONGEST_NAME);
  const farthest = useComputed(() => Math.max(0, ...(classes.value?.distances ?? [])));
  const distance = (row: number, column: number): number | undefined => {
    const known = classes.value;
    const [a, b] = [known?.labels.indexOf(row) ?? -1, known?.labels.indexOf(column) ?? -1];
    return known && a >= 0 && b >= 0 ? known.distances[a * known.labels.length + b] : undefined;
  };
  return (
    <svg
      class="chart lab-class-matrix"
      data-drawing
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label="Distances between the means of the classes"
    >
      {labels.map((label) => (
        <g key={label}>
          <text x={HEAD + (label + 0.5) * CELL} y={14}>
            {short(label)}
          </text>
          <text x={8} y={HEAD + (label + 0.5) * CELL + 4}>
            {short(label)}
          </text>
        </g>
      ))}
      {labels.flatMap((row) =>
        labels.map((column) => (
          <g
            key={`${row} ${column}`}
            transform={`translate(${HEAD + column * CELL} ${HEAD + row * CELL})`}
          >
            <rect
              width={CELL - 1}
              height={CELL - 1}
              fill-opacity={useComputed(() => {
                const d = distance(row, column);
                return d === undefined || farthest.value === 0
                  ? 0
                  : DARKEST * (1 - d / farthest.value);
              })}
            />
            <text x={CELL / 2} y={CELL / 2 + 4}>
              {useComputed(() => {
                const d = distance(row, column);
                return d === undefined ? '' : formatNumber(d, d < 10 ? 1 : 0);
              })}
            </text>
          </g>
        )),
      )}
    </svg>
  );
}
