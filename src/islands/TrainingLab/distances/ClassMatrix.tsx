import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { directionOfKey } from '#kit/controls/keys.ts';
import { usePressElsewhere } from '#kit/controls/usePressElsewhere.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { ClassDistances } from '#metric/evaluation/classDistances.ts';
import { pointerIn } from '../map/pointerIn.ts';

const CELL = 30;
const HEAD = 20;
/** The nearest pair has so much ink; enough to read its number on. */
const DARKEST = 0.45;

/** More cells than that cannot be told apart. */
const MOST_CLASSES = 20;
/** Of more classes names and numbers would be too small to read: what a cell stands for is told below. */
const MOST_READABLE = 10;
/** A longer name does not fit a cell. */
const LONGEST_NAME = 4;

interface ClassMatrixProps {
  readonly classes: ReadonlySignal<ClassDistances | undefined>;
  /** Names of the classes, by label. */
  readonly names: readonly string[];
}

type Cell = readonly [row: number, column: number];

/** The distances between the means of the classes, in the cells and, of the one pointed at, below. */
export function ClassMatrix({ classes, names }: ClassMatrixProps) {
  const labels = [...names.keys()].slice(0, MOST_CLASSES);
  const side = HEAD + labels.length * CELL;
  const isReadable = labels.length <= MOST_READABLE;
  const chosen = useSignal<Cell | undefined>(undefined);
  const matrix = useRef<SVGSVGElement>(null);
  usePressElsewhere(matrix, () => {
    chosen.value = undefined;
  });
  const farthest = useComputed(() => Math.max(0, ...(classes.value?.distances ?? [])));
  const distance = (row: number, column: number): number | undefined => {
    const known = classes.value;
    const [a, b] = [known?.labels.indexOf(row) ?? -1, known?.labels.indexOf(column) ?? -1];
    return known && a >= 0 && b >= 0 ? known.distances[a * known.labels.length + b] : undefined;
  };
  const told = useComputed(() => {
    const [row, column] = chosen.value ?? [];
    const d = row === undefined ? undefined : distance(row, column!);
    if (d === undefined)
      return (
        <span class="on-screen">
          Point at a cell, or walk with the arrow keys, to read its distance.
        </span>
      );
    return `From ${names[row!]} to ${names[column!]}: ${formatNumber(d)}`;
  });
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG is no fieldset. */}
      <svg
        ref={matrix}
        class="chart lab-class-matrix"
        data-drawing
        viewBox={`0 0 ${side} ${side}`}
        role="group"
        aria-label="Distances between the means of the classes. Arrow keys walk from cell to cell."
        // In small letters: an SVG made by a script takes no other spelling.
        tabindex={0}
        {...cellGestures(chosen, labels.length)}
      >
        {isReadable && <Heads labels={labels} names={names} />}
        {labels.flatMap((row) =>
          labels.map((column) => (
            <MatrixCell
              key={`${row} ${column}`}
              cell={[row, column]}
              distance={distance(row, column)}
              farthest={farthest.value}
              isReadable={isReadable}
            />
          )),
        )}
        <ChosenCell chosen={chosen} />
      </svg>
      <p class="lab-cell" role="status">
        {told}
      </p>
    </>
  );
}

interface MatrixCellProps {
  readonly cell: Cell;
  readonly distance: number | undefined;
  readonly farthest: number;
  readonly isReadable: boolean;
}

function MatrixCell({ cell: [row, column], distance, farthest, isReadable }: MatrixCellProps) {
  const isKnown = distance !== undefined && farthest > 0;
  return (
    <g transform={`translate(${HEAD + column * CELL} ${HEAD + row * CELL})`}>
      <rect
        width={CELL - 1}
        height={CELL - 1}
        fill-opacity={isKnown ? DARKEST * (1 - distance / farthest) : 0}
      />
      {isReadable && (
        <text x={CELL / 2} y={CELL / 2 + 4}>
          {distance === undefined ? '' : formatNumber(distance, distance < 10 ? 1 : 0)}
        </text>
      )}
    </g>
  );
}

/** The names of the classes, along both sides. */
function Heads({ labels, names }: Pick<ClassMatrixProps, 'names'> & { labels: readonly number[] }) {
  const short = (label: number) => names[label]!.slice(0, LONGEST_NAME);
  return (
    <>
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
    </>
  );
}

function ChosenCell({ chosen }: { readonly chosen: ReadonlySignal<Cell | undefined> }) {
  if (!chosen.value) return null;
  const [row, column] = chosen.value;
  return (
    <rect
      class="lab-chosen-cell"
      x={HEAD + column * CELL - 0.5}
      y={HEAD + row * CELL - 0.5}
      width={CELL}
      height={CELL}
    />
  );
}

/** What pointer and keys do: choose one of so many rows of cells. What was tapped stays chosen. */
function cellGestures(chosen: Signal<Cell | undefined>, rows: number) {
  const within = (index: number) => Math.min(rows - 1, Math.max(0, index));
  const point = (event: PointerEvent) => {
    const { x, y } = pointerIn(event, HEAD + rows * CELL);
    const cell: Cell = [Math.floor((y - HEAD) / CELL), Math.floor((x - HEAD) / CELL)];
    chosen.value = cell.every((index) => index === within(index)) ? cell : undefined;
  };
  return {
    onPointerDown: point,
    onPointerMove: point,
    onPointerLeave({ pointerType }: PointerEvent) {
      if (pointerType === 'mouse') chosen.value = undefined;
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape') chosen.value = undefined;
      const direction = directionOfKey(event.key);
      if (!direction) return;
      event.preventDefault();
      const at = chosen.value;
      chosen.value = at ? [within(at[0] - direction.y), within(at[1] + direction.x)] : [0, 0];
    },
  };
}
