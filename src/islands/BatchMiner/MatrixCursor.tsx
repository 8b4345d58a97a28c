import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import type { TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { Pair } from './BatchPlane.tsx';
import { type BatchState, sampleName } from './batch.ts';
import type { MatrixLayout } from './matrix.ts';
import type { BatchQuantities } from './quantities.ts';
import type { AnchorSelection } from './selection.ts';

interface MatrixCursorProps {
  readonly state: ReadonlySignal<BatchState>;
  readonly quantities: ReadonlySignal<BatchQuantities>;
  readonly selection: ReadonlySignal<AnchorSelection>;
  readonly layout: ReadonlySignal<MatrixLayout>;
  readonly pair: Signal<Pair | undefined>;
  readonly ready: ReadonlySignal<boolean>;
  onChoose(pair: Pair): void;
}

/** How each key moves the cursor in a matrix of so many rows. */
const MOVES: ReadonlyMap<string, (at: Pair, rows: number) => Pair> = new Map([
  ['ArrowLeft', ({ row, column }) => ({ row, column: column - 1 })],
  ['ArrowRight', ({ row, column }) => ({ row, column: column + 1 })],
  ['ArrowUp', ({ row, column }) => ({ row: row - 1, column })],
  ['ArrowDown', ({ row, column }) => ({ row: row + 1, column })],
  ['Home', ({ row }) => ({ row, column: 0 })],
  ['End', ({ row }, rows) => ({ row, column: rows - 1 })],
]);

/** Where the keyboard is in the matrix, and where its keys lead. */
function useCursor({ layout, pair, onChoose }: MatrixCursorProps) {
  const cursor = useSignal<Pair>({ row: 0, column: 1 });
  const isMoving = useRef(false);
  const at = useComputed((): Pair => {
    const last = layout.value.rows - 1;
    const { row, column } = cursor.value;
    return { row: Math.min(row, last), column: Math.min(column, last) };
  });
  const press = (event: TargetedKeyboardEvent<SVGGElement>) => {
    const { rows } = layout.value;
    const move = MOVES.get(event.key);
    if (move) {
      const { row, column } = move(at.value, rows);
      const next = {
        row: Math.min(rows - 1, Math.max(0, row)),
        column: Math.min(rows - 1, Math.max(0, column)),
      };
      isMoving.current = true;
      cursor.value = next;
      pair.value = next;
    } else if (event.key === 'Enter' || event.key === ' ') onChoose(at.value);
    else if (event.key === 'Escape') pair.value = undefined;
    else return;
    event.preventDefault();
  };
  const takeFocus = (element: SVGGElement | null) => {
    if (element && isMoving.current) {
      isMoving.current = false;
      element.focus({ preventScroll: true });
    }
  };
  const leave = () => {
    if (!isMoving.current) pair.value = undefined;
  };
  return { at, press, takeFocus, leave };
}

/**
 * The one cell of the matrix that the keyboard is at. Of a grid's cells only this one is an
 * element, and moving on makes a new one, so that it is read out like any cell that takes the focus.
 */
export function MatrixCursor(props: MatrixCursorProps) {
  const { state, quantities, selection, layout, pair, ready } = props;
  const { at, press, takeFocus, leave } = useCursor(props);
  const label = useComputed(() =>
    describeCell(state.value, quantities.value, selection.value, at.value),
  );
  const { row, column } = at.value;
  return (
    <>
      <PairCell layout={layout} pair={pair} />
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no tables. */}
      <g
        role="grid"
        aria-label="Distances between the samples of the batch"
        aria-readonly="true"
        aria-rowcount={useComputed(() => layout.value.rows)}
        aria-colcount={useComputed(() => layout.value.rows)}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no tables. */}
        <g role="row" aria-rowindex={row + 1}>
          {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no tables. */}
          <g
            key={`${row}-${column}`}
            ref={takeFocus}
            role="gridcell"
            class="matrix-cursor"
            aria-colindex={column + 1}
            aria-label={label}
            tabindex={useComputed(() => (ready.value ? 0 : -1))}
            onKeyDown={press}
            onFocus={() => {
              pair.value = at.value;
            }}
            onBlur={leave}
          >
            <rect
              x={useComputed(() => layout.value.start(at.value.column) - 2)}
              y={useComputed(() => layout.value.start(at.value.row) - 2)}
              width={useComputed(() => layout.value.cell + 3)}
              height={useComputed(() => layout.value.cell + 3)}
            />
          </g>
        </g>
      </g>
    </>
  );
}

/** The cell of the pair that the reader points at. */
function PairCell({ layout, pair }: Pick<MatrixCursorProps, 'layout' | 'pair'>) {
  const start = (of: keyof Pair) =>
    useComputed(() => layout.value.start(pair.value?.[of] ?? 0) - 1);
  const side = useComputed(() => layout.value.cell + 1);
  return (
    <rect
      class="pair-cell"
      visibility={useComputed(() => (pair.value ? 'inherit' : 'hidden'))}
      x={start('column')}
      y={start('row')}
      width={side}
      height={side}
    />
  );
}

/** The cell in words: both samples, what they are to each other, and how far apart. */
export function describeCell(
  state: BatchState,
  { distances }: Pick<BatchQuantities, 'distances'>,
  { anchor, positives, negatives }: AnchorSelection,
  { row, column }: Pair,
): string {
  const names = `${sampleName(state, row)} to ${sampleName(state, column)}`;
  if (row === column) return `${names}: the same sample`;
  const isPositive = Math.floor(row / state.k) === Math.floor(column / state.k);
  const { active, idle } = isPositive ? positives : negatives;
  const isSelected = row === anchor && [...active, ...idle].includes(column);
  const distance = formatNumber(distances[row * state.p * state.k + column]!);
  const kind = isPositive ? 'positive' : 'negative';
  return `${names}: ${kind}, distance ${distance}${isSelected ? ', selected' : ''}`;
}
