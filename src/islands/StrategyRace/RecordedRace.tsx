import { signal } from '@preact/signals';
import { DIGITS } from '#kit/scatter/palette.ts';
import { LaneMark } from './LaneMark.tsx';
import { LANE_NUMBERS, laneName } from './lane.ts';
import { initialLanes } from './definition.ts';
import { recordedLanes } from './recordedLanes.ts';
import { Results } from './Results.tsx';
import recorded from './recordedRace.json' with { type: 'json' };

/**
 * The end of a recorded race (scripts/record-race.ts) of the four strategies that the figure starts
 * with, drawn when the page is built: what is shown before the reader's own, and without scripts.
 */
export default function RecordedRace() {
  const { size } = recorded;
  const names = initialLanes.map((lane) => laneName(lane, initialLanes));
  return (
    <Results names={signal(names)} lanes={signal(recordedLanes)} length={signal(recorded.steps)}>
      {recorded.lanes.map(({ digits }, index) => (
        <div key={names[index]} class="lane" data-lane={index + 1}>
          <p class="lane-title" data-drawing>
            <LaneMark number={LANE_NUMBERS[index]!} />
            {names[index]}
          </p>
          <div class="lane-plane">
            <svg
              class="lane-recorded"
              data-drawing
              viewBox={`0 0 ${size} ${size}`}
              role="img"
              aria-label={`500 held-out digits after ${recorded.steps} steps of ${names[index]}`}
            >
              {DIGITS.map((digit) => (
                <path
                  key={digit}
                  d={digits[digit]!.points}
                  style={{ stroke: `var(--digit-${digit})` }}
                />
              ))}
              {DIGITS.map((digit) => (
                <text
                  key={digit}
                  class="lane-median"
                  style={{ fill: `var(--digit-${digit})` }}
                  visibility={digits[digit]!.median.length > 0 ? 'visible' : 'hidden'}
                  x={digits[digit]!.median[0] ?? 0}
                  y={digits[digit]!.median[1] ?? 0}
                  dy="0.35em"
                >
                  {digit}
                </text>
              ))}
            </svg>
          </div>
        </div>
      ))}
    </Results>
  );
}
