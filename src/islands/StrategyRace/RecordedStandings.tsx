import { signal } from '@preact/signals';
import { initialNames } from './definition.ts';
import { recordedStandings } from './recordedLanes.ts';
import { Standings } from './Standings.tsx';

/** Who was where at the end of the recorded race, drawn when the page is built. */
export default function RecordedStandings() {
  return <Standings names={signal(initialNames)} standings={signal(recordedStandings)} />;
}
