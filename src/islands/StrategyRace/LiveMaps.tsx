import { type ReadonlySignal, useComputed } from '@preact/signals';
import { lanesOf, type RaceState } from './definition.ts';
import { LanePlane } from './LanePlane.tsx';
import { LANE_NUMBERS, type LaneNumber, recipeOf } from './lane.ts';
import { type Standing, standings } from './progress.ts';
import type { RaceControl } from './race.ts';

/** Of the largest margin: what a map reaches at least to each side. */
const MARGINS_IN_VIEW = 1.5;

interface LiveMapsProps {
  readonly race: RaceControl;
  /** What the race that is shown was started with, or the next one will be. */
  readonly shown: ReadonlySignal<RaceState>;
  readonly names: ReadonlySignal<readonly string[]>;
}

/** The maps of the reader's race, as many as there are lanes. */
export default function LiveMaps({ race, shown, names }: LiveMapsProps) {
  const places = useComputed(() => standings(race.lanes.value));
  const count = useComputed(() => shown.value.lanes);
  return (
    <div class="lanes" data-lanes={count}>
      {useComputed(() =>
        LANE_NUMBERS.slice(0, count.value).map((number) => (
          <LaneMap key={number} {...{ number, race, shown, names, places }} />
        )),
      )}
    </div>
  );
}

interface LaneMapProps extends LiveMapsProps {
  readonly number: LaneNumber;
  readonly places: ReadonlySignal<readonly Standing[]>;
}

function LaneMap({ number, race, shown, names, places }: LaneMapProps) {
  const index = number - 1;
  return (
    <LanePlane
      number={number}
      name={useComputed(() => names.value[index] ?? '')}
      recipe={useComputed(() => `Run trains ${recipeOf(shown.value[`lane${number}`])}.`)}
      lane={useComputed(() => race.lanes.value[index])}
      labels={race.labels}
      standing={useComputed(() => places.value[index])}
      smallestHalf={useComputed(
        () => MARGINS_IN_VIEW * Math.max(...lanesOf(shown.value).map(({ margin }) => margin)),
      )}
    />
  );
}
