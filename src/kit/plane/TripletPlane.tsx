import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Arrow } from './Arrow.tsx';
import { DraggablePoints, type Handle } from './DraggablePoints.tsx';
import { letterOffset } from './letterOffset.ts';
import { PlaneFrame } from './PlaneFrame.tsx';
import type { Plane } from './plane.ts';
import { add, length, type Point, scale, subtract } from './point.ts';
import { TripletZones } from './TripletZones.tsx';
import {
  POINT_NAMES,
  type PointName,
  type TripletQuantities,
  type TripletState,
} from './triplet.ts';

/** A quarter of the force, as in the pair's figure. */
const FORCE_SCALE = 0.25;
const LETTERS: Readonly<Record<PointName, string>> = { anchor: 'a', positive: 'p', negative: 'n' };
const MARKS: Readonly<Record<PointName, string | undefined>> = {
  anchor: undefined,
  positive: 'ap',
  negative: 'an',
};

interface TripletPlaneProps {
  readonly plane: Plane;
  /** Where Home puts the points. */
  readonly home: Readonly<Record<PointName, Point>>;
  readonly state: ReadonlySignal<TripletState>;
  readonly quantities: ReadonlySignal<TripletQuantities>;
  readonly ready: ReadonlySignal<boolean>;
  onGrab?(): void;
  set(change: Partial<TripletState>): void;
  /** What a figure adds to its drawing. */
  readonly children?: ComponentChildren;
}

/** A triplet in the plane: its zones, its distances, its forces, and its points to be moved. */
export function TripletPlane(props: TripletPlaneProps) {
  const { plane, home, state, quantities, ready, onGrab, set, children } = props;
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
  const offsetOf = (name: PointName) =>
    letterOffset(plane, state.value[name], directionOfLetter(plane, state.value, name));
  const letterOffsets: Readonly<Record<PointName, ReadonlySignal<Point>>> = {
    anchor: useComputed(() => offsetOf('anchor')),
    positive: useComputed(() => offsetOf('positive')),
    negative: useComputed(() => offsetOf('negative')),
  };
  const handles = POINT_NAMES.map((name): Handle => {
    const mark = MARKS[name];
    return {
      name,
      letter: LETTERS[name],
      label: `${name[0]?.toUpperCase()}${name.slice(1)} ${LETTERS[name]}`,
      home: home[name],
      position: positions[name],
      letterOffset: letterOffsets[name],
      ...(mark && { mark }),
      move: (to) => set({ [name]: to }),
    };
  });

  return (
    <PlaneFrame plane={plane} label="Anchor, positive and negative in the plane">
      <TripletZones plane={plane} state={state} quantities={quantities} />
      <Spoke plane={plane} name="ap" from={positions.anchor} to={positions.positive} />
      <Spoke plane={plane} name="an" from={positions.anchor} to={positions.negative} />
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
      <DraggablePoints plane={plane} handles={handles} ready={ready} {...(onGrab && { onGrab })} />
      {children}
    </PlaneFrame>
  );
}

interface SpokeProps {
  readonly plane: Plane;
  readonly name: 'ap' | 'an';
  readonly from: ReadonlySignal<Point>;
  readonly to: ReadonlySignal<Point>;
}

/** A distance from the anchor. */
function Spoke({ plane, name, from, to }: SpokeProps) {
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

/** The direction of a letter, y downwards: off the lines and arrows that meet in its point. */
function directionOfLetter(
  plane: Plane,
  { anchor, positive, negative }: TripletState,
  name: PointName,
): Point {
  const unit = (from: Point, to: Point): Point => {
    const vector = subtract(plane.toPixels(to), plane.toPixels(from));
    const size = length(vector);
    return size === 0 ? { x: 0, y: 0 } : scale(vector, 1 / size);
  };
  if (name === 'anchor') {
    const between = add(unit(anchor, positive), unit(anchor, negative));
    const size = length(between);
    return size < 0.05 ? { x: 0, y: 1 } : scale(between, -1 / size);
  }
  const along = unit(anchor, name === 'positive' ? positive : negative);
  if (along.x === 0 && along.y === 0) return { x: 0, y: -1 };
  // The positive's arrow points inwards, the negative's outwards.
  if (name === 'positive') return along;
  return along.x >= 0 ? { x: along.y, y: -along.x } : { x: -along.y, y: along.x };
}
