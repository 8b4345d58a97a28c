import { type ReadonlySignal, useComputed } from '@preact/signals';
import { ClassMark } from '#kit/plane/ClassMark.tsx';
import type { LabelledPoint } from '#kit/plane/labelledPoint.ts';
import { PlaneFrame } from '#kit/plane/PlaneFrame.tsx';
import type { Point } from '#kit/plane/point.ts';
import { lineParts } from '#kit/plane/svgPath.ts';
import type { Moment, Side } from './duel.ts';
import { plane } from './definition.ts';

interface DuelPlaneProps {
  readonly side: Side;
  readonly moments: ReadonlySignal<readonly Moment[]>;
  readonly step: ReadonlySignal<number>;
  readonly note: ReadonlySignal<string>;
}

/** Every so many steps, the way of a point has a vertex. */
const STRIDE = 4;

const placeOf = ({ points }: Moment, k: number): Point => plane.toPixels(points[k]!);

/** One side of the duel: its points, and the way that each has come. */
export function DuelPlane({ side, moments, step, note }: DuelPlaneProps) {
  const points = useComputed(() => moments.value[step.value]?.points ?? []);
  const start = moments.peek()[0]?.points ?? [];
  return (
    <div class="duel-side" data-series={side} data-mark={side}>
      <p class="duel-title" data-drawing>
        {side} loss
      </p>
      <PlaneFrame plane={plane} label={`Eighteen embeddings under the ${side} loss`}>
        {[...new Set(start.map(({ label }) => label))].map((label) => (
          <Tails key={label} label={label} moments={moments} step={step} />
        ))}
        {start.map((_, k) => (
          <DuelPoint key={k} index={k} side={side} points={points} />
        ))}
      </PlaneFrame>
      <p class="duel-note">{note}</p>
    </div>
  );
}

interface TailsProps extends Pick<DuelPlaneProps, 'moments' | 'step'> {
  readonly label: number;
}

/** The ways of a class's points up to the shown step: one path is drawn faster than one for each. */
function Tails({ label, moments, step }: TailsProps) {
  const ways = useComputed(() => {
    const strides = moments.value.filter((_, t) => t % STRIDE === 0);
    return (moments.value[0]?.points ?? []).flatMap((point, index) =>
      point.label === label
        ? [{ index, parts: lineParts(strides.map((moment) => placeOf(moment, index))) }]
        : [],
    );
  });
  const d = useComputed(() => {
    const now = moments.value[step.value]!;
    const passed = Math.ceil(step.value / STRIDE);
    return ways.value
      .map(({ index, parts }) => {
        const { x, y } = placeOf(now, index);
        return `${parts.slice(0, passed).join('')}${passed ? 'L' : 'M'}${x.toFixed(1)},${y.toFixed(1)}`;
      })
      .join('');
  });
  return <path class="tail" data-class={label} d={d} />;
}

interface DuelPointProps {
  readonly index: number;
  readonly side: Side;
  readonly points: ReadonlySignal<readonly LabelledPoint[]>;
}

function DuelPoint({ index, side, points }: DuelPointProps) {
  const point = useComputed(() => points.value[index] ?? { x: 0, y: 0, label: 0 });
  return (
    <g
      data-point={`${side}-${index + 1}`}
      data-x={useComputed(() => point.value.x)}
      data-y={useComputed(() => point.value.y)}
    >
      <ClassMark
        label={useComputed(() => point.value.label)}
        x={useComputed(() => plane.toPixels(point.value).x.toFixed(2))}
        y={useComputed(() => plane.toPixels(point.value).y.toFixed(2))}
      />
    </g>
  );
}
