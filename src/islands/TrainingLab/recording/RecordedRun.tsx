import { formatPercent } from '#kit/figure/numberFormat.ts';
import { DIGITS } from '#kit/scatter/palette.ts';
import end from './recordedEnd.json' with { type: 'json' };
import recorded from './recordedRun.json' with { type: 'json' };

/**
 * The end of a recorded run (scripts/record-run.ts), drawn when the page is built: what the lab
 * shows before the reader's own run, and without scripts. Its data stay out of the lab's script.
 */
export default function RecordedRun() {
  const { size, digits } = recorded;
  return (
    <svg
      class="lab-recorded"
      data-drawing
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={`A recorded run: 2,000 held-out digits in ten clusters, k-NN accuracy ${formatPercent(end.knnAccuracy)}.`}
    >
      {DIGITS.map((digit) => (
        <path key={digit} d={digits[digit]!.points} style={{ stroke: `var(--digit-${digit})` }} />
      ))}
      {DIGITS.map((digit) => (
        <text
          key={digit}
          class="lab-median"
          style={{ fill: `var(--digit-${digit})` }}
          x={digits[digit]!.median[0]}
          y={digits[digit]!.median[1]}
          dy="0.35em"
        >
          {digit}
        </text>
      ))}
    </svg>
  );
}
