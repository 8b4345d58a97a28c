import { CURVE, type CurveScale, toY } from '#kit/charts/curve.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';

export interface Level {
  readonly value: number;
  readonly name: string;
}

interface LevelLineProps {
  readonly level: Level;
  readonly scale: CurveScale;
  /** The height at which there is room for its name. */
  readonly end: number;
}

/** A dashed level with its name. */
export function LevelLine({ level: { value, name }, scale, end }: LevelLineProps) {
  const right = CURVE.width - CURVE.right;
  return (
    <g class="lab-level">
      <path d={`M${CURVE.left},${toY(scale, value)}H${right}`} />
      <text x={right + 6} y={end + 4}>
        {`${name} ${formatNumber(value)}`}
      </text>
    </g>
  );
}
