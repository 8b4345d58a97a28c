import { colourOf, DIGITS } from './palette.ts';
import './classNames.css';

/** One class as it was drawn when the page was built. */
export interface StillClass {
  /** An SVG path of strokes of no length, which round caps make dots. */
  readonly points: string;
  /** Where its name stands; empty where it has none. */
  readonly median: readonly number[];
}

/** The digits of a recording, and the names of their classes, for an SVG of the server. */
export function StillClasses({ classes }: { readonly classes: readonly StillClass[] }) {
  return (
    <>
      {DIGITS.map((digit) => (
        <path
          key={digit}
          class="class-dots"
          d={classes[digit]!.points}
          style={{ stroke: colourOf(digit) }}
        />
      ))}
      {DIGITS.map((digit) => {
        const [x, y] = classes[digit]!.median;
        return (
          x !== undefined && (
            <text
              key={digit}
              class="class-name"
              style={{ fill: colourOf(digit) }}
              x={x}
              y={y}
              dy="0.35em"
            >
              {digit}
            </text>
          )
        );
      })}
    </>
  );
}
