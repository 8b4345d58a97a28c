import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { arrowPath } from '#kit/plane/Arrow.tsx';
import { CLASS_MARK_RADIUS } from '#kit/plane/ClassMark.tsx';
import { PlaneFrame } from '#kit/plane/PlaneFrame.tsx';
import { arcPath, MIDDLE, pixelsAt, spell } from './arcs.ts';
import { CirclePoints, VECTOR_RADIUS } from './CirclePoints.tsx';
import { onCircle, turnedIn } from './circle.ts';
import { plane } from './definition.ts';
import { type ClassQuantities, type ClassState, classOf, LABELS } from './measure.ts';
import { MarginWedges } from './MarginWedges.tsx';

/** Drawn length, in radians of the circle, of a force of the scale. */
const FORCE_SCALE = 0.45;
const ANGLE_RADIUS = 0.72;

/** Forces along the circle, all in one path: their shafts, and their heads. */
function arrows(angles: readonly number[], forces: readonly number[], scale: number) {
  const drawn = angles.map((angle, k) => {
    const [sx, sy] = [-Math.sin(angle), Math.cos(angle)];
    const reach = (FORCE_SCALE * forces[k]!) / scale;
    const from = onCircle(angle);
    return arrowPath(
      plane.toPixels(from),
      plane.toPixels({ x: from.x + reach * sx, y: from.y + reach * sy }),
    );
  });
  return {
    shafts: drawn.map(({ shaft }) => shaft).join(''),
    heads: drawn.map(({ head }) => head).join(''),
  };
}

interface CirclePlaneProps {
  readonly state: Signal<ClassState>;
  readonly quantities: ReadonlySignal<ClassQuantities>;
  readonly ready: ReadonlySignal<boolean>;
  onGrab(): void;
}

/** The circle with what class vectors and the margin make of it, and what stands on it. */
export function CirclePlane({ state, quantities, ready, onGrab }: CirclePlaneProps) {
  const pushes = useComputed(() =>
    arrows(state.value.samples, quantities.value.sampleForces, state.value.scale),
  );
  const boundaries = useComputed(() =>
    quantities.value.boundaries
      .map((angle) => `M${spell(MIDDLE)}L${spell(pixelsAt(angle, 1.08))}`)
      .join(''),
  );
  return (
    <PlaneFrame plane={plane} label="Samples and class vectors on the unit circle">
      <MarginWedges quantities={quantities} />
      <circle class="unit-circle" cx={plane.size / 2} cy={plane.size / 2} r={plane.unit} />
      {LABELS.map((label, k) => (
        <VectorSpoke key={label} label={label} place={k} state={state} />
      ))}
      <path class="boundaries" d={boundaries} />
      <ChosenAngle state={state} />
      <g class="forces">
        <path class="arrow-shaft" d={useComputed(() => pushes.value.shafts)} />
        <path class="arrow-head" d={useComputed(() => pushes.value.heads)} />
      </g>
      <CirclePoints state={state} ready={ready} onGrab={onGrab} />
    </PlaneFrame>
  );
}

interface VectorSpokeProps extends Pick<CirclePlaneProps, 'state'> {
  readonly label: number;
  readonly place: number;
}

function VectorSpoke({ label, place, state }: VectorSpokeProps) {
  const end = useComputed(() => pixelsAt(state.value.vectors[place]!, VECTOR_RADIUS));
  return (
    <line
      class="vector-spoke"
      data-class={label}
      x1={plane.size / 2}
      y1={plane.size / 2}
      x2={useComputed(() => end.value.x)}
      y2={useComputed(() => end.value.y)}
    />
  );
}

/** The angle between the chosen sample and its class vector, and how the margin widens it. */
function ChosenAngle({ state }: Pick<CirclePlaneProps, 'state'>) {
  const arcs = useComputed(() => {
    const { samples, vectors, chosen, kind, margin } = state.value;
    const vector = vectors[classOf(chosen)]!;
    const turn = turnedIn(samples[chosen]! - vector);
    const far = vector + turn;
    const wider = kind === 'arcface' ? far + Math.sign(turn) * margin : far;
    return {
      own: turn === 0 ? '' : arcPath({ from: vector, to: far }, ANGLE_RADIUS),
      margin: wider === far ? '' : arcPath({ from: far, to: wider }, ANGLE_RADIUS),
      name: pixelsAt(vector + turn / 2, ANGLE_RADIUS - 0.12),
      at: pixelsAt(far),
    };
  });
  return (
    <g class="chosen-angle">
      <path class="positive-angle" data-mark="positive" d={useComputed(() => arcs.value.own)} />
      <path class="margin-angle" data-mark="margin" d={useComputed(() => arcs.value.margin)} />
      <text
        class="positive-name math"
        dy="0.35em"
        x={useComputed(() => arcs.value.name.x)}
        y={useComputed(() => arcs.value.name.y)}
      >
        θ
      </text>
      <circle
        class="loss-ring"
        data-mark="loss"
        cx={useComputed(() => arcs.value.at.x)}
        cy={useComputed(() => arcs.value.at.y)}
        r={CLASS_MARK_RADIUS + 5}
      />
    </g>
  );
}
