import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Arrow } from '#kit/plane/Arrow.tsx';
import { DraggablePoints, type Handle } from '#kit/plane/DraggablePoints.tsx';
import { PlaneFrame } from '#kit/plane/PlaneFrame.tsx';
import { length, type Point, scale } from '#kit/plane/point.ts';
import { Zones } from '#kit/plane/Zones.tsx';
import { definition, plane, withinReach } from './definition.ts';
import {
  ANCHOR,
  NEGATIVES,
  type NegativeName,
  type SorterQuantities,
  type SorterState,
  stateOf,
  toPlain,
} from './triplets.ts';

const FORCE_SCALE = 0.25;
const LETTER_DISTANCE = 23;

interface SorterPlaneProps {
  readonly state: ReadonlySignal<SorterState>;
  readonly quantities: ReadonlySignal<SorterQuantities>;
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<SorterState>): void;
}

/** Anchor, positive and negatives where they are; their distances are what the line shows. */
export function SorterPlane({ state, quantities, ready, set }: SorterPlaneProps) {
  const positive = useComputed(() => state.value.positive);
  const inspected = useComputed(() => state.value[state.value.inspected]);
  const handle = (name: NegativeName | 'positive', rest: Partial<Handle>): Handle => {
    const position = useComputed(() => state.value[name]);
    return {
      name,
      letter: 'p',
      label: 'Positive p',
      home: definition.settings[name].initial,
      position,
      letterOffset: useComputed(() => beside(position.value)),
      move: (to) => set({ [name]: withinReach(to) }),
      ...rest,
    };
  };
  const handles = [
    ...NEGATIVES.map((name) =>
      handle(name, {
        letter: 'n',
        subscript: name.slice(1),
        label: `Negative ${name.slice(1)}`,
        state: useComputed(() => stateOf(state.value, quantities.value, name)),
      }),
    ),
    handle('positive', {}),
  ];

  return (
    <PlaneFrame plane={plane} label="The anchor, its positive and seven negatives in the plane">
      <SorterZones state={state} quantities={quantities} />
      <Spoke name="ap" to={positive} />
      <Spoke name="an" to={inspected} />
      <Forces quantities={quantities} />
      <g class="anchor-mark">
        <circle cx={plane.size / 2} cy={plane.size / 2} r="9" />
        <text class="point-letter" x={plane.size / 2 - 20} y={plane.size / 2} dy="0.3em">
          a
        </text>
      </g>
      <DraggablePoints plane={plane} handles={handles} ready={ready} />
    </PlaneFrame>
  );
}

/** A letter stands to the side of its point, since the forces run along the line from the anchor. */
function beside(point: Point): Point {
  const distance = length(point);
  if (distance === 0) return { x: 0, y: LETTER_DISTANCE };
  const { x, y } = scale(point, LETTER_DISTANCE / distance);
  return { x: y, y: x };
}

interface SorterZonesProps {
  readonly state: ReadonlySignal<SorterState>;
  readonly quantities: ReadonlySignal<SorterQuantities>;
}

/** The zones around the anchor, which stays in the middle; their names stand above it. */
function SorterZones({ state, quantities }: SorterZonesProps) {
  const radius = (distance: () => number) =>
    useComputed(() => toPlain(distance(), state.value.squared) * plane.unit);
  return (
    <Zones
      plane={plane}
      centre={useComputed(() => plane.toPixels(ANCHOR))}
      hard={radius(() => quantities.value.dAP)}
      easy={radius(() => quantities.value.boundary)}
      side={useComputed(() => -1)}
      marks={{ hard: 'hard', semiHard: 'semi-hard', easy: 'easy' }}
    />
  );
}

interface SpokeProps {
  readonly name: 'ap' | 'an';
  readonly to: ReadonlySignal<Point>;
}

/** The distance from the anchor to a point. */
function Spoke({ name, to }: SpokeProps) {
  const from = plane.toPixels(ANCHOR);
  const end = useComputed(() => plane.toPixels(to.value));
  return (
    <line
      class={`spoke spoke-${name}`}
      x1={from.x}
      y1={from.y}
      x2={useComputed(() => end.value.x)}
      y2={useComputed(() => end.value.y)}
    />
  );
}

/** The forces of the inspected triplet: their negative gradients. */
function Forces({ quantities }: { readonly quantities: ReadonlySignal<SorterQuantities> }) {
  return (
    <>
      {(['anchor', 'positive', 'negative'] as const).map((name, k) => {
        const point = () => quantities.value.inspected.points[k]!;
        return (
          <g key={name} class={`force force-${name}`}>
            <Arrow
              name={name}
              plane={plane}
              from={useComputed(() => point().at)}
              force={useComputed(() => scale(point().gradient, -1))}
              forceScale={FORCE_SCALE}
            />
          </g>
        );
      })}
    </>
  );
}
