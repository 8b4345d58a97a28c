import { signal } from '@preact/signals';
import { StillClasses } from '#kit/scatter/StillClasses.tsx';
import { initialNames } from './definition.ts';
import { LaneFrame } from './LaneFrame.tsx';
import { LANE_NUMBERS } from './lane.ts';
import { recordedStandings } from './recordedLanes.ts';
import recorded from './recordedMaps.json' with { type: 'json' };
import race from './recordedRace.json' with { type: 'json' };
import { ScaleBar } from './ScaleBar.tsx';

type RecordedMap = (typeof recorded.lanes)[number];

/**
 * The end of a recorded race (scripts/record-race.ts) of the four strategies that the figure starts
 * with, drawn when the page is built: what is shown before the reader's own, and without scripts.
 */
export default function RecordedMaps() {
  return (
    <div class="lanes" data-lanes={LANE_NUMBERS.length}>
      {recorded.lanes.map((map, index) => (
        <LaneFrame
          key={LANE_NUMBERS[index]}
          number={LANE_NUMBERS[index]!}
          name={signal(initialNames[index]!)}
          standing={signal(recordedStandings[index])}
        >
          <Dots
            map={map}
            label={`500 held-out digits after ${race.steps} steps of ${initialNames[index]}`}
          />
        </LaneFrame>
      ))}
    </div>
  );
}

function Dots({ map, label }: { readonly map: RecordedMap; readonly label: string }) {
  const { size } = recorded;
  return (
    <svg
      class="lane-recorded"
      data-drawing
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
    >
      <StillClasses classes={map.digits} />
      <ScaleBar half={map.half} />
    </svg>
  );
}
