import { type ReadonlySignal, useComputed } from '@preact/signals';
import { CURVE, type CurveScale } from './curve.ts';

interface CurveFrameProps {
  /** What the curves measure. */
  readonly label: string;
  readonly scale: ReadonlySignal<CurveScale>;
  /** Whether the axis goes up as well as across. */
  readonly isUpright?: boolean;
}

const BOTTOM = CURVE.height - CURVE.bottom;
const RIGHT = CURVE.width - CURVE.right;

/** The axes of curves over steps: from 0 to the highest value, and up to the last step. */
export function CurveFrame({ label, scale, isUpright = false }: CurveFrameProps) {
  const start = isUpright ? CURVE.top : BOTTOM;
  return (
    <g class="chart-frame">
      <path class="curve-axis" d={`M${CURVE.left},${start}V${BOTTOM}H${RIGHT}`} />
      {[0, 0.5, 1].map((share) => (
        <text
          key={share}
          class="tick-y"
          x={CURVE.left - 8}
          y={BOTTOM - share * (BOTTOM - CURVE.top) + 4}
        >
          {useComputed(() => String(Number((share * scale.value.highest).toPrecision(2))))}
        </text>
      ))}
      <text class="curve-name" x={CURVE.left} y={CURVE.height - 8}>
        {label}
      </text>
      <text class="tick-end" x={RIGHT} y={CURVE.height - 8}>
        {useComputed(() => `step ${scale.value.lastStep}`)}
      </text>
    </g>
  );
}
