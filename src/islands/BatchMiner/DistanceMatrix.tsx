import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import type { TargetedPointerEvent } from 'preact';
import { ClassMark } from '#kit/plane/ClassMark.tsx';
import type { Pair } from './BatchPlane.tsx';
import { type BatchState, LABELS } from './batch.ts';
import { MatrixCursor } from './MatrixCursor.tsx';
import {
  createMatrixLayout,
  HEADER,
  MATRIX_SIZE,
  type MatrixLayout,
  markPath,
  SHADES,
  shadePaths,
} from './matrix.ts';
import type { BatchQuantities } from './quantities.ts';
import type { AnchorSelection } from './selection.ts';
import './matrix.css';

interface DistanceMatrixProps {
  readonly state: ReadonlySignal<BatchState>;
  readonly quantities: ReadonlySignal<BatchQuantities>;
  readonly selection: ReadonlySignal<AnchorSelection>;
  /** The cell that the reader is at. */
  readonly pair: Signal<Pair | undefined>;
  readonly ready: ReadonlySignal<boolean>;
  onChoose(pair: Pair): void;
}

/** All distances of the batch, sorted by class, with what the strategy selects for the anchor. */
export function DistanceMatrix(props: DistanceMatrixProps) {
  const { state, quantities, selection, pair, ready, onChoose } = props;
  const p = useComputed(() => state.value.p);
  const k = useComputed(() => state.value.k);
  const layout = useComputed(() => createMatrixLayout(p.value, k.value));
  const pairAt = (event: TargetedPointerEvent<SVGSVGElement>): Pair | undefined => {
    const { left, top, width } = event.currentTarget.getBoundingClientRect();
    const scale = MATRIX_SIZE / width;
    const column = layout.value.indexAt((event.clientX - left) * scale);
    const row = layout.value.indexAt((event.clientY - top) * scale);
    return row === undefined || column === undefined ? undefined : { row, column };
  };
  const point = (event: TargetedPointerEvent<SVGSVGElement>) => {
    if (ready.value) pair.value = pairAt(event);
  };
  const choose = (event: TargetedPointerEvent<SVGSVGElement>) => {
    const at = ready.value ? pairAt(event) : undefined;
    if (!at) return;
    pair.value = at;
    onChoose(at);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG drawing is no fieldset.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the cursor within takes the keys.
    <svg
      class="chart matrix"
      data-drawing
      viewBox={`0 0 ${MATRIX_SIZE} ${MATRIX_SIZE}`}
      role="group"
      aria-label="Distance matrix"
      onPointerMove={point}
      onPointerLeave={({ pointerType }) => {
        // A finger has left when it is lifted: what it has shown stays until it touches elsewhere.
        if (pointerType === 'mouse') pair.value = undefined;
      }}
      onClick={choose}
    >
      <Frame p={p} k={k} />
      <Shades state={state} quantities={quantities} layout={layout} />
      <AnchorRow selection={selection} layout={layout} />
      <Picks of="positives" shape="ring" selection={selection} layout={layout} />
      <Picks of="negatives" shape="diamond" selection={selection} layout={layout} />
      <MatrixCursor {...{ state, quantities, selection, layout, pair, ready, onChoose }} />
    </svg>
  );
}

type ShadesProps = Pick<DistanceMatrixProps, 'state' | 'quantities'> & {
  readonly layout: ReadonlySignal<MatrixLayout>;
};

/** The cells: the nearer, the stronger. */
function Shades({ state, quantities, layout }: ShadesProps) {
  const paths = useComputed(() =>
    shadePaths(layout.value, quantities.value.distances, state.value.squared),
  );
  return (
    <g class="shades">
      {Array.from({ length: SHADES }, (_, shade) => (
        <path
          key={shade}
          style={{ '--near': 1 - shade / (SHADES - 1) }}
          d={useComputed(() => paths.value[shade]!)}
        />
      ))}
    </g>
  );
}

interface PicksProps extends AnchorRowProps {
  readonly of: 'positives' | 'negatives';
  readonly shape: 'ring' | 'diamond';
}

/** A mark in each cell of the anchor's row that the strategy has selected. */
function Picks({ of, shape, selection, layout }: PicksProps) {
  const marks = (what: 'active' | 'idle') =>
    useComputed(() => {
      const { anchor, [of]: partners } = selection.value;
      return markPath(layout.value, anchor, partners[what], shape);
    });
  const active = marks('active');
  return (
    <g class={`picks picks-${of}`}>
      <path class="idle" d={marks('idle')} />
      <path class="halo" d={active} />
      <path class="active" data-picks={of} d={active} />
    </g>
  );
}

interface FrameProps {
  readonly p: ReadonlySignal<number>;
  readonly k: ReadonlySignal<number>;
}

/** The digit of each class at its rows and columns; the blocks of one class hold the positives. */
function Frame({ p, k }: FrameProps) {
  return (
    <g class="matrix-frame">
      {LABELS.slice(0, p.value).map((label, index) => (
        <ClassBlock key={label} label={label} index={index} p={p} k={k} />
      ))}
    </g>
  );
}

/** From the edge of the matrix's header to the middle of the digits in it. */
const HEADER_MIDDLE = HEADER / 2 - 2;

function ClassBlock({ label, index, p, k }: FrameProps & { label: number; index: number }) {
  const layout = useComputed(() => createMatrixLayout(p.value, k.value));
  const start = useComputed(() => layout.value.start(index * k.value));
  const side = useComputed(() => layout.value.cell * k.value);
  const middle = useComputed(() => start.value + side.value / 2);
  const corner = useComputed(() => start.value - 2);
  const width = useComputed(() => side.value + 3);
  const across = useComputed(() => middle.value.toFixed(2));
  const header = useSignal(String(HEADER_MIDDLE));
  const digit = useSignal(label);
  return (
    <g>
      <rect class="positives" x={corner} y={corner} width={width} height={width} />
      <ClassMark label={digit} x={across} y={header} />
      <ClassMark label={digit} x={header} y={across} />
    </g>
  );
}

interface AnchorRowProps {
  readonly selection: ReadonlySignal<AnchorSelection>;
  readonly layout: ReadonlySignal<MatrixLayout>;
}

/** The row of the anchor: its distances to all others. */
function AnchorRow({ selection, layout }: AnchorRowProps) {
  return (
    <rect
      class="anchor-row"
      x={HEADER - 3}
      y={useComputed(() => layout.value.start(selection.value.anchor) - 2.5)}
      width={MATRIX_SIZE - HEADER + 2}
      height={useComputed(() => layout.value.cell + 4)}
    />
  );
}
