import { type ReadonlySignal, useComputed } from '@preact/signals';
import { lanesOf, namesOf, type RaceState } from './definition.ts';
import { LanePlane } from './LanePlane.tsx';
import { LANE_NUMBERS } from './lane.ts';
import { standings } from './progress.ts';
import { Results } from './Results.tsx';
import type { RaceControl } from './race.ts';

/** Of the largest margin: what a plane reaches at least to each side. */
const MARGINS_IN_VIEW = 1.5;

interface LiveRaceProps {
  readonly race: RaceControl;
  /** What the race that is shown was started with. */
  readonly shown: ReadonlySignal<RaceState>;
}

/** The race of the reader: its planes, curves and standings. */
export default function LiveRace({ race, shown }: LiveRaceProps) {
  const { lanes, labels } = race;
  const names = useComputed(() => namesOf(shown.value));
  const places = useComputed(() => standings(lanes.value));
  const smallestHalf = useComputed(
    () => MARGINS_IN_VIEW * Math.max(...lanesOf(shown.value).map(({ margin }) => margin)),
  );
  return (
    <Results names={names} lanes={lanes} length={useComputed(() => shown.value.steps)}>
      {LANE_NUMBERS.map((number, index) => (
        <LanePlane
          key={number}
          number={number}
          name={useComputed(() => names.value[index] ?? '')}
          lane={useComputed(() => lanes.value[index])}
          labels={labels}
          standing={useComputed(() => places.value[index])}
          smallestHalf={smallestHalf}
        />
      ))}
    </Results>
  );
}
