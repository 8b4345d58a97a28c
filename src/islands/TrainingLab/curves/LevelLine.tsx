import { CURVE, type CurveScale, toY } from '#kit/charts/curve.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';

export interface Level {
  readonly value: number;
  /** As it stands beside the line. */
  readonly text: string;
}

/** A level that is written with its value. */
export const levelAt = (value: number, name: string): Level => ({
  value,
  text: `${name} ${formatNumber(value)}`,
});

interface LevelLineProps {
  readonly level: Level;
  readonly scale: CurveScale;
  /** The height at which there is room for its name. */
  readonly end: number;
}

/** A dashed level with its name. */
export function LevelLine({ level: { value, text }, scale, end }: LevelLineProps) {
  const right = CURVE.width - CURVE.right;
  return (
    <g class="lab-level">
      <path d={`M${CURVE.left},${toY(scale, value)}H${right}`} />
      <text x={right + 6} y={end + 4}>
        {text}
      </text>
    </g>
  );
}
