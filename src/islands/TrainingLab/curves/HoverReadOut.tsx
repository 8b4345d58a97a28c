import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { CURVE, type CurvePoint, type CurveScale, toX, toY } from '#kit/charts/curve.ts';
import { formatCount, formatNumber } from '#kit/figure/numberFormat.ts';
import { useReading } from './useReading.ts';

interface HoverReadOutProps {
  readonly names: readonly string[];
  readonly looks: readonly string[];
  /** Every point of each curve, unthinned. */
  readonly curves: ReadonlySignal<readonly (readonly CurvePoint[])[]>;
  readonly scale: ReadonlySignal<CurveScale>;
}

/** The exact step and values under the pointer, or where the arrow keys lead, on a chart of curves. */
export function HoverReadOut({ names, looks, curves, scale }: HoverReadOutProps) {
  const { place, now, last, found, gestures } = useReading(curves, scale);
  const text = useComputed(() => {
    const values = found.value.flatMap((point, index) =>
      point
        ? [`${names[index]} ${formatNumber(point.value, 4)} at ${formatCount(point.step)}`]
        : [],
    );
    return values.join(', ');
  });
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
    'aria-valuenow': now,
    'aria-valuetext': text,
  } as const;
  return (
    <g class="lab-hover" ref={place}>
      {useComputed(() =>
        found.value.map(
          (point, index) =>
            point && (
              <circle
                key={names[index]}
                class={looks[index]}
                r="4"
                cx={toX(scale.value, point.step)}
                cy={toY(scale.value, point.value)}
              />
            ),
        ),
      )}
      <text x={CURVE.left + 4} y={CURVE.top}>
        {text}
      </text>
      <rect
        x={CURVE.left}
        y={CURVE.top}
        width={CURVE.width - CURVE.left - CURVE.right}
        height={CURVE.height - CURVE.top - CURVE.bottom}
        {...(alive.value ? slider : {})}
        {...gestures}
      />
    </g>
  );
}
