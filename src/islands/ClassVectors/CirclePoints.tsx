import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { ClassMark, CLASS_MARK_RADIUS } from '#kit/plane/ClassMark.tsx';
import { starPath } from '#kit/plane/starPath.ts';
import { type PointListeners, usePointDrag } from '#kit/plane/usePointDrag.ts';
import { angleOf, onCircle } from './circle.ts';
import { definition, nameOf, plane } from './definition.ts';
import { type ClassState, classOf, LABELS } from './measure.ts';

/** Class vectors are drawn outside the samples that gather around them. */
export const VECTOR_RADIUS = 1.2;
/** Stays above 22 px on the screen where the plane is drawn at 70 %, on a narrow phone. */
const HIT_RADIUS = 32;
const STAR = { outer: 17, inner: 9 } as const;

const initial = definition.settings;
const SAMPLE_COUNT = initial.samples.initial.length;
const ALL = SAMPLE_COUNT + initial.vectors.initial.length;

const isVector = (index: number) => index >= SAMPLE_COUNT;
const labelOf = (index: number) => LABELS[isVector(index) ? index - SAMPLE_COUNT : classOf(index)]!;
const radiusOf = (index: number) => (isVector(index) ? VECTOR_RADIUS : 1);
const angleIn = ({ samples, vectors }: Pick<ClassState, 'samples' | 'vectors'>, index: number) =>
  (isVector(index) ? vectors[index - SAMPLE_COUNT] : samples[index])!;

/** The state after one of them was turned to an angle. */
function turnedTo(state: ClassState, index: number, angle: number): ClassState {
  if (isVector(index))
    return { ...state, vectors: state.vectors.with(index - SAMPLE_COUNT, angle) };
  return { ...state, samples: state.samples.with(index, angle), chosen: index };
}

/** Where Home puts them. */
const home = { samples: initial.samples.initial, vectors: initial.vectors.initial };

interface CirclePointsProps {
  readonly state: Signal<ClassState>;
  readonly ready: ReadonlySignal<boolean>;
  /** The reader takes hold: what moves by itself gives way. */
  onGrab(): void;
}

/** Samples and class vectors, which the reader moves along the circle. */
export function CirclePoints({ state, ready, onGrab }: CirclePointsProps) {
  const choose = (index: number) => {
    if (!isVector(index) && state.peek().chosen !== index)
      state.value = { ...state.peek(), chosen: index };
  };
  const listeners = usePointDrag({
    plane,
    ready,
    positions: () =>
      Array.from({ length: ALL }, (_, k) => onCircle(angleIn(state.peek(), k), radiusOf(k))),
    homeOf: (index) => onCircle(angleIn(home, index), radiusOf(index)),
    move(index, to) {
      onGrab();
      const now = state.peek();
      state.value = turnedTo(now, index, angleOf(to, angleIn(now, index)));
    },
    onHold: (index) => {
      onGrab();
      choose(index);
    },
    onFocus: choose,
  });
  return (
    <g class="points">
      {Array.from({ length: ALL }, (_, index) => (
        <CirclePoint key={index} index={index} state={state} ready={ready} {...listeners} />
      ))}
    </g>
  );
}

type CirclePointProps = PointListeners &
  Pick<CirclePointsProps, 'state' | 'ready'> & { readonly index: number };

function CirclePoint({ index, state, ready, ...listeners }: CirclePointProps) {
  const angle = useComputed(() => angleIn(state.value, index));
  const at = useComputed(() => plane.toPixels(onCircle(angle.value, radiusOf(index))));
  const cx = useComputed(() => at.value.x.toFixed(2));
  const cy = useComputed(() => at.value.y.toFixed(2));
  const label = labelOf(index);
  const name = isVector(index) ? `Class vector ${label}` : `Sample ${index + 1}, class ${label}`;
  return (
    <g
      class={isVector(index) ? 'point point-vector' : 'point'}
      role="slider"
      tabindex={useComputed(() => (ready.value ? 0 : -1))}
      aria-label={name}
      aria-roledescription="movable point"
      aria-valuemin={-3.15}
      aria-valuemax={3.15}
      aria-valuenow={angle}
      aria-valuetext={useComputed(() => `at an angle of ${formatNumber(angle.value)}`)}
      data-point={nameOf(index)}
      data-index={index}
      data-label={label}
      data-x={useComputed(() => Math.cos(angle.value))}
      data-y={useComputed(() => Math.sin(angle.value))}
      {...listeners}
    >
      <circle class="point-hit" cx={cx} cy={cy} r={HIT_RADIUS} />
      <circle
        class="point-focus"
        cx={cx}
        cy={cy}
        r={isVector(index) ? STAR.outer + 3 : CLASS_MARK_RADIUS + 4}
      />
      {isVector(index) ? (
        <g class="class-mark" data-class={label}>
          <path d={useComputed(() => starPath(at.value, STAR))} />
          <text x={cx} y={cy} dy="0.35em">
            {label}
          </text>
        </g>
      ) : (
        <ClassMark label={useComputed(() => label)} x={cx} y={cy} />
      )}
    </g>
  );
}
