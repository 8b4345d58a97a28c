import { type ReadonlySignal, useComputed } from '@preact/signals';
import { ClassMark } from '../../figures/ClassMark.tsx';
import type { LabelledPoint } from '../../figures/labelledPoint.ts';
import { PlaneFrame } from '../../figures/PlaneFrame.tsx';
import type { Moment, Side } from './duel.ts';
import { plane } from './model.ts';

interface DuelPlaneProps {
  readonly side: Side;
  readonly moments: ReadonlySignal<readonly Moment[]>;
  readonly step: ReadonlySignal<number>;
  readonly note: ReadonlySignal<string>;
}

/** The way of one point up to the given step, every fourth step a vertex. */
function tail(moments: readonly Moment[], step: number, k: number): string {
  const vertices = moments.filter((_, t) => t <= step && (t % 4 === 0 || t === step));
  return vertices
    .map(({ points }, n) => {
      const { x, y } = plane.toPixels(points[k]!);
      return `${n ? 'L' : 'M'}${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join('');
}

/** One side of the duel: its points, and the way that each has come. */
export function DuelPlane({ side, moments, step, note }: DuelPlaneProps) {
  const points = useComputed(() => moments.value[step.value]?.points ?? []);
  const start = moments.peek()[0]?.points ?? [];
  return (
    <div class="duel-side" data-series={side} data-mark={side}>
      <p class="duel-title">{side} loss</p>
      <PlaneFrame
        plane={plane}
        label={`Eighteen embeddings under the ${side} loss`}
        title={`${side} loss`}
      >
        {start.map(({ label }, k) => (
          <path
            key={k}
            class="tail"
            data-class={label}
            d={useComputed(() => tail(moments.value, step.value, k))}
          />
        ))}
        {start.map((_, k) => (
          <DuelPoint key={k} index={k} side={side} points={points} />
        ))}
      </PlaneFrame>
      <p class="duel-note">{note}</p>
    </div>
  );
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
        at={useComputed(() => plane.toPixels(point.value))}
      />
    </g>
  );
}
