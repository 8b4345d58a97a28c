import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { SoftmaxQuantities } from './definition.ts';
import { CAPTIONS, PAIRS, PICTURES } from './pairs.ts';

const SIZE = { width: 480, height: 470 } as const;
const [LEFT, TOP] = [44, 62];
const CELL = 100;
const GAP = 8;
/** A bar's thickness, along the lower edge for the row and along the left one for the column. */
const BAR = 10;
const ROOM = CELL - GAP;

interface PairsMatrixProps {
  readonly quantities: ReadonlySignal<SoftmaxQuantities>;
}

/** How alike each picture is to each caption, and what share that is of its row and its column. */
export const PairsMatrix = ({ quantities }: PairsMatrixProps) => (
  <svg
    class="chart pairs-matrix"
    data-drawing
    viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
    role="img"
    aria-label={useComputed(
      () =>
        `Shares of the captions that belong to the pictures: ${PICTURES.map((_, k) => {
          const { rowShare, columnShare } = quantities.value.pairs.cells[k * PAIRS + k]!;
          return `${formatNumber(rowShare)} of its row and ${formatNumber(columnShare)} of its column`;
        }).join(', ')}`,
    )}
  >
    <text class="matrix-key" x={0} y={14}>
      shares: below of the row, left of the column
    </text>
    {CAPTIONS.map((name, k) => (
      <text key={name} class="math-label" x={LEFT + k * CELL + ROOM / 2} y={TOP - 12}>
        v
        <tspan class="subscript" dy="0.3em">
          {k + 1}
        </tspan>
      </text>
    ))}
    {PICTURES.map((name, k) => (
      <text key={name} class="math-label" x={20} y={TOP + k * CELL + ROOM / 2} dy="0.3em">
        u
        <tspan class="subscript" dy="0.3em">
          {k + 1}
        </tspan>
      </text>
    ))}
    {PICTURES.flatMap((_, row) =>
      CAPTIONS.map((caption, column) => (
        <MatrixCell key={row + caption} row={row} column={column} quantities={quantities} />
      )),
    )}
  </svg>
);

interface MatrixCellProps extends PairsMatrixProps {
  readonly row: number;
  readonly column: number;
}

/** One similarity with its two shares. */
function MatrixCell({ row, column, quantities }: MatrixCellProps) {
  const cell = useComputed(() => quantities.value.pairs.cells[row * PAIRS + column]!);
  const [x, y] = [LEFT + column * CELL, TOP + row * CELL];
  const long = useComputed(() => cell.value.rowShare * ROOM);
  const high = useComputed(() => cell.value.columnShare * ROOM);
  return (
    <g class={`cell ${row === column ? 'cell-positive' : 'cell-negative'}`}>
      <rect class="cell-room" x={x} y={y} width={ROOM} height={ROOM} />
      <rect class="cell-bar" x={x} y={y + ROOM - BAR} width={long} height={BAR} />
      <rect
        class="cell-bar"
        x={x}
        y={useComputed(() => y + ROOM - high.value)}
        width={BAR}
        height={high}
      />
      <text x={x + (ROOM + BAR) / 2} y={y + (ROOM - BAR) / 2} dy="0.3em">
        {useComputed(() => formatNumber(cell.value.similarity))}
      </text>
    </g>
  );
}
