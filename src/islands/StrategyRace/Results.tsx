import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { LaneProgress } from './laneProgress.ts';
import { standings } from './progress.ts';
import { RaceChart } from './RaceChart.tsx';
import { Standings } from './Standings.tsx';

interface ResultsProps {
  /** A plane for each lane. */
  readonly children: ComponentChildren;
  readonly names: ReadonlySignal<readonly string[]>;
  readonly lanes: ReadonlySignal<readonly LaneProgress[]>;
  readonly length: ReadonlySignal<number>;
}

/** The lanes side by side, their curves over each other, and who is where. */
export function Results({ children, names, lanes, length }: ResultsProps) {
  return (
    <>
      <div class="lanes">{children}</div>
      <div class="race-charts">
        <RaceChart measure="knnAccuracy" names={names} lanes={lanes} length={length} />
        <RaceChart measure="loss" names={names} lanes={lanes} length={length} />
        <RaceChart measure="activeShare" names={names} lanes={lanes} length={length} />
      </div>
      <Standings names={names} standings={useComputed(() => standings(lanes.value))} />
    </>
  );
}
