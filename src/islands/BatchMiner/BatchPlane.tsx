import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { CrowdPoints } from '#kit/plane/CrowdPoints.tsx';
import type { TripletInspection } from '#kit/plane/inspectTriplet.ts';
import { PlaneFrame } from '#kit/plane/PlaneFrame.tsx';
import type { Point } from '#kit/plane/point.ts';
import { type BatchState, batchPoints, placeOf, plane } from './batch.ts';
import { definition } from './definition.ts';
import type { Rest } from './descent.ts';
import { edits } from './edits.ts';
import type { AnchorSelection } from './selection.ts';
import { TripletMarks, TripletZones } from './TripletMarks.tsx';

/** Two samples whose cell of the matrix the reader is at. */
export interface Pair {
  readonly row: number;
  readonly column: number;
}

interface BatchPlaneProps {
  readonly state: Signal<BatchState>;
  readonly selection: ReadonlySignal<AnchorSelection>;
  readonly triplet: ReadonlySignal<TripletInspection>;
  readonly pair: ReadonlySignal<Pair | undefined>;
  readonly pairDistance: ReadonlySignal<number | undefined>;
  readonly rest: ReadonlySignal<Rest | undefined>;
  readonly ready: ReadonlySignal<boolean>;
}

const REMARKS: ReadonlyMap<Rest, string> = new Map([
  ['collapsed', 'collapsed: the loss is the margin, and the votes say shrink'],
  ['edge', 'the next step leaves the drawing'],
  ['no loss', 'no triplet with a loss: nothing moves'],
]);

const line = (from: Point, to: Point) =>
  `M${from.x.toFixed(1)},${from.y.toFixed(1)}L${to.x.toFixed(1)},${to.y.toFixed(1)}`;

/** The batch where it is, and what the strategy selects for the anchor. */
export function BatchPlane(props: BatchPlaneProps) {
  const { state, selection, triplet, pair, pairDistance, rest, ready } = props;
  const points = useComputed(() => batchPoints(state.value));
  const pixels = useComputed(() => points.value.map(plane.toPixels));
  const focused = useSignal<number>();
  const chooseAnchor = (row: number) => {
    state.value = edits.chooseAnchor(state.value, row);
  };
  const typed = (row: number, key: string): boolean => {
    if (key !== 'Enter' && key !== ' ') return false;
    chooseAnchor(row);
    return true;
  };

  return (
    <PlaneFrame plane={plane} label="The batch in the plane, with the triplets of one anchor">
      <TripletZones state={state} triplet={triplet} />
      <Spokes name="an" to="negatives" selection={selection} pixels={pixels} />
      <Spokes name="ap" to="positives" selection={selection} pixels={pixels} />
      <PairLine pair={pair} pixels={pixels} />
      <CrowdPoints
        plane={plane}
        points={points}
        selected={focused}
        ready={ready}
        homeOf={(row) => definition.settings.points.initial[placeOf(state.value, row)]!}
        move={(row, to) => {
          state.value = edits.move(state.value, row, to);
        }}
        onTap={chooseAnchor}
        onKey={typed}
      />
      <TripletMarks triplet={triplet} />
      <PairLabel pair={pair} pixels={pixels} distance={pairDistance} />
      <text class="remark" x={plane.size / 2} y={plane.size - 12}>
        {useComputed(() => (rest.value ? REMARKS.get(rest.value) : ''))}
      </text>
    </PlaneFrame>
  );
}

interface SpokesProps {
  readonly name: 'ap' | 'an';
  readonly to: 'positives' | 'negatives';
  readonly selection: ReadonlySignal<AnchorSelection>;
  readonly pixels: ReadonlySignal<readonly Point[]>;
}

/** Lines from the anchor to the partners that the strategy has selected for it. */
function Spokes({ name, to, selection, pixels }: SpokesProps) {
  const lines = (what: 'active' | 'idle') =>
    useComputed(() => {
      const from = pixels.value[selection.value.anchor]!;
      return selection.value[to][what].map((row) => line(from, pixels.value[row]!)).join('');
    });
  return (
    <g class={`spokes spokes-${name}`} data-spokes={name}>
      <path class="idle" d={lines('idle')} />
      <path class="active" d={lines('active')} />
    </g>
  );
}

type PairLineProps = Pick<BatchPlaneProps, 'pair'> & Pick<SpokesProps, 'pixels'>;

/** The line between the pair that the reader points at in the matrix. */
function PairLine({ pair, pixels }: PairLineProps) {
  const d = useComputed(() =>
    pair.value ? line(pixels.value[pair.value.row]!, pixels.value[pair.value.column]!) : '',
  );
  return <path class="pair-line" d={d} />;
}

interface PairLabelProps extends PairLineProps {
  readonly distance: ReadonlySignal<number | undefined>;
}

/** The distance of that pair, beside its line. */
function PairLabel({ pair, pixels, distance }: PairLabelProps) {
  const middle = useComputed((): Point => {
    const from = pixels.value[pair.value?.row ?? 0]!;
    const to = pixels.value[pair.value?.column ?? 0]!;
    return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  });
  const text = useComputed(() => {
    const isPair = pair.value && pair.value.row !== pair.value.column;
    return isPair && distance.value !== undefined ? formatNumber(distance.value) : '';
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
