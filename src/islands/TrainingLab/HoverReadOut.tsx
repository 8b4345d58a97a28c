import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { CURVE, type CurvePoint, type CurveScale, toX, toY } from '../../figures/curve.ts';
import { formatNumber } from '../../figures/numberFormat.ts';

interface HoverReadOutProps {
  readonly names: readonly string[];
  readonly looks: readonly string[];
  /** Every point of each curve, unthinned. */
  readonly curves: ReadonlySignal<readonly (readonly CurvePoint[])[]>;
  readonly scale: ReadonlySignal<CurveScale>;
}

/** The last point that is not later than a step. Points are in the order of their steps. */
export function pointAt(points: readonly CurvePoint[], step: number): CurvePoint | undefined {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle]!.step <= step) low = middle + 1;
    else high = middle;
  }
  return points[low - 1];
}

/** The exact step and values under the pointer, on a chart of curves. */
export function HoverReadOut({ names, looks, curves, scale }: HoverReadOutProps) {
  const step = useSignal<number | undefined>(undefined);
  const found = useComputed(() => {
    const at = step.value;
    return at === undefined ? [] : curves.value.map((points) => pointAt(points, at));
  });
  const text = useComputed(() => {
    const values = found.value.flatMap((point, index) =>
      point ? [`${names[index]} ${formatNumber(point.value, 4)} at ${point.step}`] : [],
    );
    return values.join(', ');
  });
  const width = CURVE.width - CURVE.left - CURVE.right;
  const point = (event: PointerEvent) => {
    const box = (event.currentTarget as SVGRectElement).getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    step.value = Math.round(Math.min(1, Math.max(0, share)) * scale.value.lastStep);
  };
  return (
    <g class="lab-hover">
      {names.map((name, index) => (
        <circle
          key={name}
          class={looks[index]}
          r="4"
          visibility={useComputed(() => (found.value[index] ? 'visible' : 'hidden'))}
          cx={useComputed(() => toX(scale.value, found.value[index]?.step ?? 0))}
          cy={useComputed(() => toY(scale.value, found.value[index]?.value ?? 0))}
        />
      ))}
      <text x={CURVE.left + 4} y={CURVE.top}>
        {text}
      </text>
      <rect
        x={CURVE.left}
        y={CURVE.top}
        width={width}
        height={CURVE.height - CURVE.top - CURVE.bottom}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => {
          step.value = undefined;
        }}
      />
    </g>
  );
}
