import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Arrow } from '../../figures/Arrow.tsx';
import { DraggablePoints, type Handle } from '../../figures/DraggablePoints.tsx';
import { PlaneFrame } from '../../figures/PlaneFrame.tsx';
import { add, length, type Point, scale, subtract } from '../../figures/point.ts';
import {
  model,
  POINT_NAMES,
  type PointName,
  plane,
  remark,
  type TripletQuantities,
  type TripletState,
} from './model.ts';
import { TripletZones } from './TripletZones.tsx';

/** A quarter of the force, as in the pair's figure. */
const FORCE_SCALE = 0.25;
const LETTER_DISTANCE = 24;
const LETTERS: Readonly<Record<PointName, string>> = { anchor: 'a', positive: 'p', negative: 'n' };
const MARKS: Readonly<Record<PointName, string | undefined>> = {
  anchor: undefined,
  positive: 'ap',
  negative: 'an',
};

interface TripletPlaneProps {
  readonly state: ReadonlySignal<TripletState>;
  readonly quantities: ReadonlySignal<TripletQuantities>;
  readonly ready: ReadonlySignal<boolean>;
  onGrab(): void;
  set(change: Partial<TripletState>): void;
}

export function TripletPlane({ state, quantities, ready, onGrab, set }: TripletPlaneProps) {
  const positions: Readonly<Record<PointName, ReadonlySignal<Point>>> = {
    anchor: useComputed(() => state.value.anchor),
    positive: useComputed(() => state.value.positive),
    negative: useComputed(() => state.value.negative),
  };
  const forces: Readonly<Record<PointName, ReadonlySignal<Point>>> = {
    anchor: useComputed(() => quantities.value.forces.anchor),
    positive: useComputed(() => quantities.value.forces.positive),
    negative: useComputed(() => quantities.value.forces.negative),
  };
  const letterOffsets: Readonly<Record<PointName, ReadonlySignal<Point>>> = {
    anchor: useComputed(() => letterOffset(state.value, 'anchor', forces.anchor.value)),
    positive: useComputed(() => letterOffset(state.value, 'positive', forces.positive.value)),
    negative: useComputed(() => letterOffset(state.value, 'negative', forces.negative.value)),
  };
  const handles = POINT_NAMES.map((name): Handle => {
    const mark = MARKS[name];
    return {
      name,
      letter: LETTERS[name],
      label: `${name[0]?.toUpperCase()}${name.slice(1)} ${LETTERS[name]}`,
      home: model.settings[name].initial,
      position: positions[name],
      letterOffset: letterOffsets[name],
      ...(mark && { mark }),
      move: (to) => set({ [name]: to }),
    };
  });

  return (
    <PlaneFrame plane={plane} label="Anchor, positive and negative in the plane">
      <TripletZones state={state} />
      <Spoke name="ap" from={positions.anchor} to={positions.positive} />
      <Spoke name="an" from={positions.anchor} to={positions.negative} />
      {POINT_NAMES.map((name) => (
        <g key={name} class={`force force-${name}`} data-mark={MARKS[name]}>
          <Arrow
            name={name}
            plane={plane}
            from={positions[name]}
            force={forces[name]}
            forceScale={FORCE_SCALE}
          />
        </g>
      ))}
      <DraggablePoints plane={plane} handles={handles} ready={ready} onGrab={onGrab} />
      <text class="remark" x={plane.size / 2} y={plane.size - 12}>
        {useComputed(() => remark(state.value))}
      </text>
    </PlaneFrame>
  );
}

interface SpokeProps {
  readonly name: 'ap' | 'an';
  readonly from: ReadonlySignal<Point>;
  readonly to: ReadonlySignal<Point>;
}

/** A distance from the anchor. */
function Spoke({ name, from, to }: SpokeProps) {
  const start = useComputed(() => plane.toPixels(from.value));
  const end = useComputed(() => plane.toPixels(to.value));
  return (
    <line
      class={`spoke spoke-${name}`}
      data-mark={name}
      x1={useComputed(() => start.value.x)}
      y1={useComputed(() => start.value.y)}
      x2={useComputed(() => end.value.x)}
      y2={useComputed(() => end.value.y)}
    />
  );
}

/** Puts a point's letter where neither its arrow nor the lines to the other points run. */
function letterOffset(state: TripletState, name: PointName, force: Point): Point {
  const here = state[name];
  const away = [force, ...POINT_NAMES.map((other) => subtract(state[other], here))]
    .map((vector) => ({ vector, size: length(vector) }))
    .filter(({ size }) => size > 0)
    .map(({ vector, size }) => scale(vector, -1 / size))
    .reduce(add, { x: 0, y: 0 });
  const size = length(away);
  const direction = size < 0.05 ? { x: 0, y: 1 } : scale(away, 1 / size);
  return { x: direction.x * LETTER_DISTANCE, y: -direction.y * LETTER_DISTANCE };
}
