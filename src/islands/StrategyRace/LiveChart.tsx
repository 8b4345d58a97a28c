import { type ReadonlySignal, useComputed } from '@preact/signals';
import { isRecorded, type RaceState } from './definition.ts';
import { RaceChart } from './RaceChart.tsx';
import type { RaceControl } from './race.ts';
import { recordedLanes } from './recordedLanes.ts';

interface LiveChartProps {
  readonly race: RaceControl;
  readonly state: ReadonlySignal<RaceState>;
  readonly shown: ReadonlySignal<RaceState>;
  readonly names: ReadonlySignal<readonly string[]>;
  readonly at: ReadonlySignal<number | undefined>;
}

/** The curves of the reader's race, or of the recorded one while that is shown. */
export default function LiveChart({ race, state, shown, names, at }: LiveChartProps) {
  return (
    <RaceChart
      measure={useComputed(() => state.value.measure)}
      names={names}
      lanes={useComputed(() =>
        race.raced.value === undefined && isRecorded(shown.value)
          ? recordedLanes
          : race.lanes.value,
      )}
      length={useComputed(() => shown.value.steps)}
      at={at}
    />
  );
}
