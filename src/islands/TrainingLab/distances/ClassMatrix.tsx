import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '../../../figures/numberFormat.ts';
import { DIGITS } from '../../../figures/scatter/palette.ts';
import type { ClassDistances } from '../../../metric/evaluation/classDistances.ts';

const CELL = 30;
const HEAD = 20;
const SIDE = HEAD + DIGITS.length * CELL;
/** The nearest pair has so much ink; enough to read its number on. */
const DARKEST = 0.45;

interface ClassMatrixProps {
  readonly classes: ReadonlySignal<ClassDistances | undefined>;
}

/** The distances between the means of the digits, each written into its cell. */
export function ClassMatrix({ classes }: ClassMatrixProps) {
  const farthest = useComputed(() => Math.max(0, ...(classes.value?.distances ?? [])));
  const distance = (row: number, column: number): number | undefined => {
    const known = classes.value;
    const [a, b] = [known?.labels.indexOf(row) ?? -1, known?.labels.indexOf(column) ?? -1];
    return known && a >= 0 && b >= 0 ? known.distances[a * known.labels.length + b] : undefined;
  };
  return (
    <svg
      class="chart lab-class-matrix"
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      role="img"
      aria-label="Distances between the means of the ten digits"
    >
      {DIGITS.map((digit) => (
        <g key={digit}>
          <text x={HEAD + (digit + 0.5) * CELL} y={14}>
            {digit}
          </text>
          <text x={8} y={HEAD + (digit + 0.5) * CELL + 4}>
            {digit}
          </text>
        </g>
      ))}
      {DIGITS.flatMap((row) =>
        DIGITS.filter((column) => column !== row).map((column) => (
          <g
            key={`${row}${column}`}
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
