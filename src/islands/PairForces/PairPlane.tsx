import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Arrow } from '#kit/plane/Arrow.tsx';
import { DraggablePoints, type Handle } from '#kit/plane/DraggablePoints.tsx';
import { letterOffset } from '#kit/plane/letterOffset.ts';
import { PlaneFrame } from '#kit/plane/PlaneFrame.tsx';
import { add, length, type Point, scale, subtract } from '#kit/plane/point.ts';
import { definition, type PairQuantities, type PairState, plane, remark } from './definition.ts';

/**
 * Forces are drawn at a quarter of their size. Both springs of the loss have strength 2 per unit of
 * stretch and act on both ends, so at this scale the arrows' tips show where the loss would be 0.
 */
const FORCE_SCALE = 0.25;

interface PairPlaneProps {
  readonly state: ReadonlySignal<PairState>;
  readonly quantities: ReadonlySignal<PairQuantities>;
  readonly ready: ReadonlySignal<boolean>;
  onGrab(): void;
  set(change: Partial<PairState>): void;
  /** What the figure adds to its drawing. */
  readonly children?: ComponentChildren;
}

/** The direction, in pixels and upwards, that stands upright on the line from i to j. */
function upright(i: Point, j: Point): Point {
  const along = subtract(plane.toPixels(j), plane.toPixels(i));
  const size = length(along);
  if (size === 0) return { x: 0, y: -1 };
  const side = along.x >= 0 ? 1 : -1;
  return scale({ x: along.y, y: -along.x }, side / size);
}

/** The pair, the circle of the margin, the distance, and the forces along it. */
export function PairPlane({ state, quantities, ready, onGrab, set, children }: PairPlaneProps) {
  const positions = {
    i: useComputed(() => state.value.i),
    j: useComputed(() => state.value.j),
  };
  const up = useComputed(() => upright(state.value.i, state.value.j));
  const handles = (['i', 'j'] as const).map(
    (name): Handle => ({
      name,
      letter: name,
      label: `Point ${name}`,
      home: definition.settings[name].initial,
      position: positions[name],
      letterOffset: useComputed(() => letterOffset(plane, positions[name].value, up.value)),
      move: (to) => set({ [name]: to }),
    }),
  );
  return (
    <PlaneFrame plane={plane} label="Two embeddings, i and j, in the plane">
      <MarginCircle state={state} />
      <Distance state={state} up={up} />
      <Forces state={state} quantities={quantities} up={up} />
      <DraggablePoints plane={plane} handles={handles} ready={ready} onGrab={onGrab} />
      <text class="remark" x={plane.size / 2} y={plane.size - 12}>
        {useComputed(() => remark(quantities.value))}
      </text>
      {children}
    </PlaneFrame>
  );
}

type StateProps = Pick<PairPlaneProps, 'state'>;

interface AlongProps extends StateProps {
  /** The direction that stands upright on the line from i to j. */
  readonly up: ReadonlySignal<Point>;
}

/** How far from i a dissimilar j is pushed. */
function MarginCircle({ state }: StateProps) {
  const centre = useComputed(() => plane.toPixels(state.value.i));
  const cx = useComputed(() => centre.value.x);
  const radius = useComputed(() => state.value.margin * plane.unit);
  const labelY = useComputed(() => {
    const below = centre.value.y + radius.value + 18;
    return below < plane.size - 8 ? below : centre.value.y - radius.value - 8;
  });
  return (
    <g class="margin-circle" data-mark="margin" data-idle={useComputed(() => state.value.y === 1)}>
      <circle cx={cx} cy={useComputed(() => centre.value.y)} r={radius} />
      <text class="mark-label" x={cx} y={labelY}>
        margin <tspan class="math">m</tspan>
      </text>
    </g>
  );
}

function Distance({ state, up }: AlongProps) {
  const i = useComputed(() => plane.toPixels(state.value.i));
  const j = useComputed(() => plane.toPixels(state.value.j));
  const middle = useComputed(() => add(scale(add(i.value, j.value), 0.5), scale(up.value, -20)));
  return (
    <g class="distance" data-mark="distance">
      <line
        x1={useComputed(() => i.value.x)}
        y1={useComputed(() => i.value.y)}
        x2={useComputed(() => j.value.x)}
        y2={useComputed(() => j.value.y)}
      />
      <text
        class="math-label"
        x={useComputed(() => middle.value.x)}
        y={useComputed(() => middle.value.y)}
        dy="0.3em"
      >
        d
      </text>
    </g>
  );
}

/** A force label stands only beside an arrow of so many pixels. */
const ROOM_FOR_LABEL = 56;

function Forces({ state, quantities, up }: AlongProps & Pick<PairPlaneProps, 'quantities'>) {
  const kind = useComputed(() => (state.value.y === 1 ? 'pull' : 'push'));
  const forceI = useComputed(() => quantities.value.forceI);
  const forceJ = useComputed(() => quantities.value.forceJ);
  const label = useComputed(() => {
    const drawn = scale(forceJ.value, FORCE_SCALE / 2);
    return add(plane.toPixels(add(state.value.j, drawn)), scale(up.value, 16));
  });
  const hasRoom = useComputed(
    () => length(forceJ.value) * FORCE_SCALE * plane.unit > ROOM_FOR_LABEL,
  );
  const arrow = { plane, forceScale: FORCE_SCALE };
  return (
    <g class="forces" data-mark={kind}>
      <Arrow name="i" from={useComputed(() => state.value.i)} force={forceI} {...arrow} />
      <Arrow name="j" from={useComputed(() => state.value.j)} force={forceJ} {...arrow} />
      <text
        class="mark-label"
        visibility={useComputed(() => (hasRoom.value ? 'inherit' : 'hidden'))}
        x={useComputed(() => label.value.x)}
        y={useComputed(() => label.value.y)}
        dy="0.3em"
      >
        {kind}
      </text>
    </g>
  );
}
