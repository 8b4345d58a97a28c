import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { CURVE, type CurvePoint, type CurveScale, toX, toY } from '#kit/charts/curve.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';

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

/** An arrow key goes by this share of the steps; with Shift by a single one. */
const KEY_SHARE = 0.02;

/** The step that a key leads to from another, among so many; undefined for a key that leads nowhere. */
export function stepByKey(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  from: number,
  last: number,
): number | undefined {
  const stride = shiftKey ? 1 : Math.max(1, Math.round(KEY_SHARE * last));
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: from - stride,
    ArrowDown: from - stride,
    ArrowRight: from + stride,
    ArrowUp: from + stride,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.min(last, Math.max(0, target));
}

/** The exact step and values under the pointer, or where the arrow keys lead, on a chart of curves. */
export function HoverReadOut({ names, looks, curves, scale }: HoverReadOutProps) {
  const step = useSignal<number | undefined>(undefined);
  const last = useComputed(() =>
    Math.max(0, ...curves.value.map((points) => points.at(-1)?.step ?? 0)),
  );
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
  const forget = () => {
    step.value = undefined;
  };
  // Curves that were drawn when the page was built take no keys: no focus should stop there.
  const alive = useSignal(false);
  useEffect(() => {
    alive.value = true;
  }, []);
  const slider = {
    role: 'slider',
    tabIndex: 0,
    'aria-label': `Step at which to read ${names.join(', ')}`,
    'aria-valuemin': 0,
    'aria-valuemax': last,
    'aria-valuenow': useComputed(() => step.value ?? last.value),
    'aria-valuetext': text,
  } as const;
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
      {/* biome-ignore lint/a11y/noStaticElementInteractions: once alive it is a slider. */}
      <rect
        x={CURVE.left}
        y={CURVE.top}
        width={width}
        height={CURVE.height - CURVE.top - CURVE.bottom}
        {...(alive.value ? slider : {})}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={forget}
        onFocus={() => {
          step.value ??= last.value;
        }}
        onBlur={forget}
        onKeyDown={(event) => {
          if (event.key === 'Escape') forget();
          const target = stepByKey(event, step.value ?? last.value, last.value);
          if (target === undefined) return;
          event.preventDefault();
          step.value = target;
        }}
      />
    </g>
  );
}
