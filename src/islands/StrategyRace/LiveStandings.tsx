import { type ReadonlySignal, useComputed } from '@preact/signals';
import { standings } from './progress.ts';
import type { RaceControl } from './race.ts';
import { Standings } from './Standings.tsx';

interface LiveStandingsProps {
  readonly race: RaceControl;
  readonly names: ReadonlySignal<readonly string[]>;
}

/** Who is where in the reader's race. */
export default function LiveStandings({ race, names }: LiveStandingsProps) {
  return <Standings names={names} standings={useComputed(() => standings(race.lanes.value))} />;
}
