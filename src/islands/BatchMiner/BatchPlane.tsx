import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import type { TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { CrowdPoints } from '#kit/plane/CrowdPoints.tsx';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { PlaneFrame } from '#kit/plane/PlaneFrame.tsx';
import type { Point } from '#kit/plane/point.ts';
import { type BatchState, batchPoints, placeOf, plane } from './batch.ts';
import type { Rest } from './descent.ts';
import { edits } from './edits.ts';
import { definition } from './definition.ts';
import type { BatchQuantities } from './quantities.ts';
import { type AnchorSelection, inspectedRows } from './selection.ts';
import { TripletMarks, TripletZones } from './TripletMarks.tsx';

/** Two samples whose cell of the matrix the reader is at. */
export interface Pair {
  readonly row: number;
  readonly column: number;
}

interface BatchPlaneProps {
  readonly state: Signal<BatchState>;
  readonly quantities: ReadonlySignal<BatchQuantities>;
  readonly selection: ReadonlySignal<AnchorSelection>;
  readonly pair: ReadonlySignal<Pair | undefined>;
  readonly rest: ReadonlySignal<Rest | undefined>;
  readonly ready: ReadonlySignal<boolean>;
}

/** A press that moves less than this many pixels of the screen chooses, and does not drag. */
const STILL = 4;

const REMARKS: ReadonlyMap<Rest, string> = new Map([
  ['collapsed', 'collapsed: the loss is the margin, and every vote says shrink'],
  ['edge', 'the next step leaves the drawing'],
  ['no loss', 'no triplet with a loss: nothing moves'],
]);

const lines = (from: Point, to: readonly Point[]) =>
  to.map(
    ({ x, y }) => `M${from.x.toFixed(1)},${from.y.toFixed(1)}L${x.toFixed(1)},${y.toFixed(1)}`,
  );

/** The batch where it is, and what the strategy selects for the anchor. */
export function BatchPlane(props: BatchPlaneProps) {
  const { state, quantities, selection, pair, rest, ready } = props;
  const points = useComputed(() => batchPoints(state.value));
  const pixels = useComputed(() => points.value.map(plane.toPixels));
  const focused = useSignal<number>();
  const held = useSignal<number>();
  const press = useRef<Point>();
  const rows = useComputed(() => inspectedRows(state.value, quantities.value));

  const spokes = (of: 'positives' | 'negatives', what: 'active' | 'idle') =>
    useComputed(() => {
      const { anchor } = selection.value;
      const at = selection.value[of][what].map((row) => pixels.value[row]!);
      return lines(pixels.value[anchor]!, at).join('');
    });
  const pairLine = useComputed(() => {
    if (!pair.value) return '';
    const { row, column } = pair.value;
    return lines(pixels.value[row]!, [pixels.value[column]!]).join('');
  });
  const chooseAnchor = (row: number) => {
    state.value = edits.chooseAnchor(state.value, row);
  };
  const start = ({ clientX: x, clientY: y }: TargetedPointerEvent<SVGGElement>) => {
    press.current = { x, y };
  };
  /** Before the point is let go: where hit targets overlap, only it knows which one was taken. */
  const end = ({ clientX, clientY }: TargetedPointerEvent<SVGGElement>) => {
    const from = press.current;
    press.current = undefined;
    if (!from || held.value === undefined) return;
    if (Math.hypot(clientX - from.x, clientY - from.y) < STILL) chooseAnchor(held.value);
  };
  const typed = (row: number, key: string): boolean => {
    if (key !== 'Enter' && key !== ' ') return false;
    chooseAnchor(row);
    return true;
  };

  return (
    <PlaneFrame plane={plane} label="The batch in the plane, with the triplets of one anchor">
      <TripletZones state={state} rows={rows} pixels={pixels} />
      <g class="spokes spokes-an" data-spokes="an">
        <path class="idle" d={spokes('negatives', 'idle')} />
        <path class="active" d={spokes('negatives', 'active')} />
      </g>
      <g class="spokes spokes-ap" data-spokes="ap">
        <path class="idle" d={spokes('positives', 'idle')} />
        <path class="active" d={spokes('positives', 'active')} />
      </g>
      <path class="pair-line" d={pairLine} />
      <g onPointerDownCapture={start} onPointerUpCapture={end}>
        <CrowdPoints
          plane={plane}
          points={points}
          selected={focused}
          held={held}
          ready={ready}
          homeOf={(row) => definition.settings.points.initial[placeOf(state.value, row)]!}
          move={(row, to) => {
            state.value = edits.move(state.value, row, to);
          }}
          onKey={typed}
        />
      </g>
      <TripletMarks rows={rows} pixels={pixels} />
      <PairLabel pair={pair} pixels={pixels} quantities={quantities} />
      <text class="remark" x={plane.size / 2} y={plane.size - 12}>
        {useComputed(() => (rest.value ? REMARKS.get(rest.value) : ''))}
      </text>
    </PlaneFrame>
  );
}

interface PairLabelProps {
  readonly pair: ReadonlySignal<Pair | undefined>;
  readonly pixels: ReadonlySignal<readonly Point[]>;
  readonly quantities: ReadonlySignal<BatchQuantities>;
}

/** The distance of the pair that the reader points at in the matrix. */
function PairLabel({ pair, pixels, quantities }: PairLabelProps) {
  const middle = useComputed((): Point => {
    const from = pixels.value[pair.value?.row ?? 0]!;
    const to = pixels.value[pair.value?.column ?? 0]!;
    return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  });
  const text = useComputed(() => {
    if (!pair.value || pair.value.row === pair.value.column) return '';
    const { distances, embeddings } = quantities.value;
    return formatNumber(distances[pair.value.row * embeddings.rows + pair.value.column]!);
  });
  return (
    <text
      class="mark-label pair-label"
      x={useComputed(() => middle.value.x)}
      y={useComputed(() => middle.value.y)}
      dy="-0.5em"
    >
      {text}
    </text>
  );
}
