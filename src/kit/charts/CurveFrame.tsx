import { type ReadonlySignal, useComputed } from '@preact/signals';
import { CURVE, type CurveScale, toY } from './curve.ts';
import { formatCount } from '../figure/numberFormat.ts';
import { axisTicks } from './valueAxis.ts';

interface CurveFrameProps {
  /** What the curves measure. */
  readonly label: string;
  readonly scale: ReadonlySignal<CurveScale>;
  /** Whether the axis goes up as well as across. */
  readonly isUpright?: boolean;
}

const BOTTOM = CURVE.height - CURVE.bottom;
const RIGHT = CURVE.width - CURVE.right;

/** Two figures, with a true minus sign. */
const tickText = (value: number) => String(Number(value.toPrecision(2))).replace('-', '−');

/** The axes of curves over steps: from the lowest to the highest value, and up to the last step. */
export function CurveFrame({ label, scale, isUpright = false }: CurveFrameProps) {
  const start = isUpright ? CURVE.top : BOTTOM;
  return (
    <g class="chart-frame">
      <path class="curve-axis" d={`M${CURVE.left},${start}V${BOTTOM}H${RIGHT}`} />
      {useComputed(() =>
        axisTicks(scale.value).map((value, place) => (
          <text
            key={place}
            class="tick-y"
            x={CURVE.left - 8}
            y={(toY(scale.value, value) + 4).toFixed(1)}
          >
            {tickText(value)}
          </text>
        )),
      )}
      <text class="curve-name" x={CURVE.left} y={CURVE.height - 8}>
        {label}
      </text>
      <text class="tick-end" x={RIGHT} y={CURVE.height - 8}>
        {useComputed(() => `step ${formatCount(scale.value.lastStep)}`)}
      </text>
    </g>
  );
}
