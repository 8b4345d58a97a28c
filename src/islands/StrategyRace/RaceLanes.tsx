import { type ReadonlySignal, useComputed } from '@preact/signals';
import { LanePlane } from './LanePlane.tsx';
import { lanesOf, type RaceState } from './definition.ts';
import { LANE_NUMBERS } from './lane.ts';
import { standings } from './progress.ts';
import type { RaceControl } from './race.ts';
import { Results } from './Results.tsx';

/** Of the largest margin: what a plane reaches at least to each side. */
const MARGINS_IN_VIEW = 1.5;

interface RaceLanesProps {
  readonly race: RaceControl;
  /** What the race that is shown was started with. */
  readonly shown: ReadonlySignal<RaceState>;
  readonly names: ReadonlySignal<readonly string[]>;
}

/** Where each lane's embedding is, and the results below. */
export function RaceLanes({ race, shown, names }: RaceLanesProps) {
  const { lanes, labels } = race;
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
