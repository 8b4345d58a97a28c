import { signal } from '@preact/signals';
import { definition, initialNames } from './definition.ts';
import { RaceChart } from './RaceChart.tsx';
import { recordedLanes } from './recordedLanes.ts';

const { measure, steps } = definition.settings;

/** The curves of the recorded race, drawn when the page is built. */
export default function RecordedChart() {
  return (
    <RaceChart
      measure={signal(measure.initial)}
      names={signal(initialNames)}
      lanes={signal(recordedLanes)}
      length={signal(steps.initial)}
      at={signal(undefined)}
    />
  );
}
